package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.platform.FixedStatements;
import org.jooq.CloseableDSLContext;
import org.jooq.DSLContext;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;

/** The machine reader follows texts of requests to every door at which a text becomes a statement; none may be missing. */
class StatementDoorsTest {

    private static final Path SINKS = Path.of("checks/spotbugs/statements.txt");

    @Test
    void everyDoorForStatementsInPlainTextIsWatched() throws IOException {
        var watched = watched();

        assertThat(watched)
                .contains("org/jooq/DSLContext.fetchValue(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;:1")
                .doesNotContain("org/jooq/DSLContext.fetchCount(Lorg/jooq/Table;)I:0")
                .containsAll(doorsOfJooq());
    }

    /** Our own way past jOOQ, for statements that are always the same. */
    @Test
    void soAreOurOwn() throws IOException {
        assertThat(watched())
                .containsAll(Arrays.stream(FixedStatements.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                        .filter(method ->
                                method.getParameterCount() > 0 && method.getParameterTypes()[0] == String.class)
                        .map(method -> line(FixedStatements.class, method))
                        .toList());
    }

    private static Set<String> watched() throws IOException {
        return Set.copyOf(Files.readAllLines(SINKS));
    }

    private static Set<String> doorsOfJooq() throws IOException {
        var jar = DSLContext.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        try (var classes = new JarFile(jar)) {
            return Collections.list(classes.entries()).stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("org/jooq/\\w+\\.class|org/jooq/impl/DSL\\.class"))
                    .map(name -> type(name.replace(".class", "").replace('/', '.')))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && type != CloseableDSLContext.class)
                    .flatMap(StatementDoorsTest::doors)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> doors(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(PlainSQL.class))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(String.class))
                .map(method -> line(type, method));
    }

    /** As the machine reader wants it: the place of the text is counted from the last parameter. */
    private static String line(Class<?> type, Method method) {
        var parameters = method.getParameterTypes();
        var text = Arrays.asList(parameters).indexOf(String.class);
        var shape = MethodType.methodType(method.getReturnType(), parameters).toMethodDescriptorString();
        return "%s.%s%s:%d"
                .formatted(type.getName().replace('.', '/'), method.getName(), shape, parameters.length - 1 - text);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Objects.requireNonNull(DSLContext.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
