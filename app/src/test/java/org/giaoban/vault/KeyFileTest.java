package org.giaoban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the master keys. */
class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        var path = folder.resolve("keys").resolve("giaoban.keys");
        new KeyFile(path).create();

        assertThat(mode(path)).isEqualTo("rw-------");
        assertThat(mode(path.getParent())).isEqualTo("rwx------");
        assertThat(new KeyFile(path).read()).containsOnlyKeys(1);
        try (var left = Files.list(path.getParent())) {
            assertThat(left).containsExactly(path);
        }
    }

    @Test
    void ofManyWhoMakeItAtOnceOneWins() throws Exception {
        var path = folder.resolve("giaoban.keys");
        try (var makers = Executors.newFixedThreadPool(8)) {
            Callable<byte[]> make = () -> {
                new KeyFile(path).create();
                return new KeyFile(path).read().get(1).getEncoded();
            };
            var seen = makers.invokeAll(Stream.generate(() -> make).limit(16).toList());
            for (var each : seen) {
                assertThat(each.get()).isEqualTo(seen.getFirst().get());
            }
        }
    }

    @Test
    void anAddedKeyIsThePresentOneAndTheOldOnesStay() throws IOException {
        var path = folder.resolve("giaoban.keys");
        var file = new KeyFile(path);
        file.create();
        var first = file.read().get(1);

        assertThat(file.add()).isEqualTo(2);

        assertThat(file.read()).containsOnlyKeys(1, 2).containsEntry(1, first);
        assertThat(file.read().get(2)).isNotEqualTo(first);
        assertThat(mode(path)).isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsRefusedAndNotReplaced() throws IOException {
        var path = folder.resolve("giaoban.keys");
        Files.writeString(path, "master 1 nonsense\n");

        assertThatThrownBy(() -> new KeyFile(path).read())
                .isInstanceOf(NotAuthentic.class)
                .hasMessageContaining("damaged");
        new KeyFile(path).create();
        assertThat(Files.readString(path)).isEqualTo("master 1 nonsense\n");
        Files.writeString(path, "# nothing\n");
        assertThatThrownBy(() -> new KeyFile(path).read()).isInstanceOf(NotAuthentic.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
