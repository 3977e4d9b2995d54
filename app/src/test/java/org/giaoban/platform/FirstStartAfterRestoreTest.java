package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Once after a restore, not without one, and again when it failed; what must not be taken back stands beside. */
class FirstStartAfterRestoreTest {

    @TempDir
    private Path data;

    private final List<String> done = new ArrayList<>();

    @Test
    void everyPartIsCalledOnceAfterARestoreAndNeverWithoutOne() {
        start(() -> done.add("one"));
        assertThat(done).isEmpty();

        RestoreMark.in(data).leave(new Properties());
        start(() -> done.add("one"));
        start(() -> done.add("one"));

        assertThat(done).containsExactly("one");
    }

    @Test
    void aPartThatFailsKeepsTheDoorsShutAndIsTriedAgain() {
        var facts = new Properties();
        facts.setProperty("base", "x");
        RestoreMark.in(data).leave(facts);

        assertThatThrownBy(() -> start(() -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
        assertThat(RestoreMark.in(data).facts()).containsEntry("base", "x");
        start(() -> done.add("one"));

        assertThat(done).containsExactly("one");
    }

    @Test
    void aLineThatACrashToreOffIsNoLine() throws Exception {
        var keepsakes = Keepsakes.of(data);
        keepsakes.append("erased", "a");
        keepsakes.append("erased", "b");
        Files.writeString(Keepsakes.folder(data).resolve("erased.txt"), "c", StandardOpenOption.APPEND);

        assertThat(keepsakes.lines("erased")).containsExactly("a", "b");
        keepsakes.append("erased", "d");
        assertThat(keepsakes.lines("erased")).containsExactly("a", "b", "d");
        assertThat(keepsakes.lines("other")).isEmpty();
        assertThatThrownBy(() -> keepsakes.append("../x", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private void start(AfterRestore part) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("part", part);
        var settings = new Settings(data, false, "", null, null);
        new FirstStartAfterRestore(settings, beans.getBeanProvider(AfterRestore.class), Runnable::run).start();
    }
}
