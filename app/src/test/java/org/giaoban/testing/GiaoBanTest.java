package org.giaoban.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole product on real PostgreSQL. All classes share one application; each class has a database of its own, a copy
 * of the migrated template with the profile loaded, or of the one with a story as well. The server listens on a random
 * port, so the same class may use MockMvc and a browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ExtendWith(PolicyWatch.class)
@ContextConfiguration(initializers = TestDatabases.Initializer.class)
@Import(TestDatabases.Switching.class)
@TestExecutionListeners(
        listeners = TestDatabases.PerClass.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface GiaoBanTest {

    /** Name of the story the class's database starts with; empty means none. */
    String story() default "";
}
