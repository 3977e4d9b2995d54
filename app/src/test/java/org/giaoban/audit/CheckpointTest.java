package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.SigningKey;
import org.giaoban.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Signed ends of the chains, kept outside. */
@GiaoBanTest
class CheckpointTest {

    @Autowired
    Audit audit;

    @Autowired
    AuditCheck check;

    @Autowired
    Vault vault;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    @Autowired
    CurrentViewer viewer;

    @TempDir
    Path folder;

    private Checkpoints checkpoints;

    @BeforeEach
    void aFolderOfOurOwn() {
        checkpoints = new Checkpoints(check, vault, new CheckpointSettings(folder), settings, clock);
        record();
    }

    @Test
    void anybodyWithThePublicKeyChecksIt() {
        var lines = checkpoints.make().text().lines().toList();
        var signed = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";

        assertThat(lines).hasSize(1 + Entry.SHARDS + 2);
        assertThat(SigningKey.verifies(
                        Base64.getDecoder().decode(checkpoints.publicKey()),
                        signed.getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(lines.getLast().substring("signature ".length()))))
                .isTrue();
    }

    @Test
    void itIsKeptOnlyWhenSomethingWasWritten() throws IOException {
        checkpoints.keep();
        checkpoints.keep();
        assertThat(blocks()).isEqualTo(1);
        record();
        checkpoints.keep();
        assertThat(blocks()).isEqualTo(2);

        assertThat(checkpoints.kept()).hasSize(Entry.SHARDS + 1);
        assertThat(check.check(checkpoints.kept()).broken()).isEmpty();
    }

    @Test
    void aChangedOrForeignOneIsRefused() throws IOException {
        var file = folder.resolve("one.txt");
        var good = checkpoints.make();
        Files.writeString(file, good.text().replaceFirst("\n0 (\\d+) ", "\n0 9$1 "));
        assertThatThrownBy(() -> checkpoints.read(file))
                .isInstanceOf(Refused.class)
                .hasMessage("audit.cli.forged");

        Files.writeString(file, good.text().substring(0, good.text().length() / 2));
        assertThatThrownBy(() -> checkpoints.read(file)).isInstanceOf(Refused.class);

        var strange = vault.signingKey(new Purpose("strange"));
        Files.writeString(
                file, Checkpoint.sign(good.at(), good.seals(), strange).text());
        assertThatThrownBy(() -> checkpoints.read(file))
                .isInstanceOf(Refused.class)
                .hasMessage("audit.cli.other-key");
    }

    @Test
    void sealsOfEarlierReleasesAreStillRead() throws IOException {
        var file = folder.resolve("old.txt");
        Files.write(file, check.seal().stream().map(Seal::line).toList());

        assertThat(checkpoints.read(file)).isEqualTo(check.seal());
    }

    @Test
    void whatWasKeptBeforeARestoreIsSetAside() throws IOException {
        checkpoints.keep();
        checkpoints.setAside();

        assertThat(checkpoints.kept()).isEmpty();
        try (var left = Files.walk(folder)) {
            var aside = left.filter(file -> file.toString().endsWith(".checkpoints"))
                    .toList();
            assertThat(aside)
                    .singleElement()
                    .satisfies(file -> assertThat(checkpoints.read(file)).isEqualTo(check.seal()));
        }
    }

    private long blocks() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".checkpoints"))
                    .mapToLong(file -> lines(file).stream()
                            .filter(line -> line.startsWith("signature "))
                            .count())
                    .sum();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record() {
        viewer.run(
                Viewer.SYSTEM,
                () -> audit.record("things.changed", new ObjectRef("thing", UUID.randomUUID()), null, Map.of()));
    }
}
