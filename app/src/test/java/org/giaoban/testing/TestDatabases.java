package org.giaoban.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.giaoban.platform.Memory;
import org.giaoban.platform.Stories;
import org.giaoban.platform.StoryClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** One migrated template database for the run, a copy of it for every test class. */
final class TestDatabases {

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final String RUN = Long.toString(ProcessHandle.current().pid(), 36);

    private TestDatabases() {}

    private static String name(String what) {
        return "gb_" + RUN + "_" + what;
    }

    /** Points the application at a fresh, empty database; starting it migrates and fills that database: the template. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var server = TestServer.get();
            var template = name("template" + COPIES.incrementAndGet());
            server.execute("create database " + template);
            TestPropertyValues.of(
                            "giaoban.test.template=" + template,
                            "giaoban.database.url=" + server.url(template),
                            "giaoban.database.user=" + server.user(),
                            "giaoban.database.password=" + server.password(),
                            "giaoban.data=" + System.getProperty("java.io.tmpdir") + "/giaoban-test-data-" + RUN,
                            "giaoban.demo=false",
                            "giaoban.pool=12",
                            // Test machines are busy: patience is not what most tests are about.
                            "giaoban.limits.connection=30s",
                            "giaoban.management-port=0",
                            "giaoban.navigation-memory=0s",
                            "giaoban.portal-pool=4",
                            "giaoban.counting=false",
                            "giaoban.totals-from=1000000",
                            "db-scheduler.enabled=false")
                    .applyTo(context);
        }
    }

    /** Wraps the application's pool so that it can be switched. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Switching {

        @Bean
        static BeanPostProcessor switchablePool() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new SwitchableDataSource(pool) : bean;
                }
            };
        }
    }

    /** The office's pool and the visitors', which go from database to database together. */
    private record Pools(Collection<SwitchableDataSource> all) {

        static Pools of(ApplicationContext context) {
            return new Pools(context.getBeansOfType(SwitchableDataSource.class).values());
        }

        void leave() {
            all.forEach(SwitchableDataSource::leave);
        }

        void enter(String url) {
            all.forEach(pool -> pool.enter(url));
        }
    }

    /** Before each class: a new copy of the template, with the story when the class asks for one. */
    static final class PerClass extends AbstractTestExecutionListener {

        private static final Map<String, String> STORY_TEMPLATES = new HashMap<>();

        @Override
        public void beforeTestClass(TestContext test) {
            enter(
                    test.getApplicationContext(),
                    test.getTestClass().getAnnotation(GiaoBanTest.class).story());
        }

        static void enter(ApplicationContext context, String story) {
            var pool = Pools.of(context);
            pool.leave();
            var template = context.getEnvironment().getRequiredProperty("giaoban.test.template");
            if (!story.isEmpty()) {
                template =
                        STORY_TEMPLATES.computeIfAbsent(template + story, key -> withStory(context, pool, story, key));
            }
            enterCopy(pool, template);
            forget(context);
            context.getBean(StoryClock.class).resume();
        }

        private static String withStory(ApplicationContext context, Pools pool, String story, String key) {
            var template = key.substring(0, key.length() - story.length());
            var copy = enterCopy(pool, template);
            forget(context);
            context.getBean(Stories.class).load(story);
            pool.leave();
            return copy;
        }

        /** Another database has other rows under the same numbers. */
        private static void forget(ApplicationContext context) {
            context.getBeansOfType(Memory.class).values().forEach(Memory::forget);
        }

        private static String enterCopy(Pools pool, String template) {
            var server = TestServer.get();
            var copy = name("copy" + COPIES.incrementAndGet());
            server.execute("create database " + copy + " template " + template);
            pool.enter(server.url(copy));
            return copy;
        }
    }
}
