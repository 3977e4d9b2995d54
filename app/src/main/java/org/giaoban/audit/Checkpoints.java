package org.giaoban.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.SigningKey;
import org.giaoban.vault.Vault;
import org.springframework.stereotype.Service;

/** Makes checkpoints, writes them where the database cannot reach, and reads them again. */
@Service
class Checkpoints {

    static final Purpose SIGNING = new Purpose("audit-checkpoint");

    private static final int MONTH = 7;
    private static final String NAME = ".checkpoints";

    private final AuditCheck check;
    private final Vault vault;
    private final Path folder;
    private final Clock clock;
    private List<Seal> last = List.of();

    Checkpoints(AuditCheck check, Vault vault, CheckpointSettings where, Settings settings, Clock clock) {
        this.check = check;
        this.vault = vault;
        this.folder = where.folder(settings);
        this.clock = clock;
    }

    Checkpoint make() {
        return Checkpoint.sign(clock.instant().truncatedTo(ChronoUnit.SECONDS), check.seal(), key());
    }

    /** Adds one to the file of the month, unless nothing was written in the log since the last. */
    synchronized void keep() {
        var fresh = make();
        if (fresh.seals().equals(last)) {
            return;
        }
        var month = fresh.at().toString().substring(0, MONTH);
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(month + NAME),
                    fresh.text(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            last = fresh.seals();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a checkpoint into " + folder, e);
        }
    }

    /** What was kept so far goes into a folder of its own; {@code --against} still reads it. */
    synchronized void setAside() {
        if (Files.notExists(folder)) {
            return;
        }
        var aside = folder.resolve("before-" + clock.instant().getEpochSecond());
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Checkpoints::isOurs).toList()) {
                Files.createDirectories(aside);
                Files.move(file, aside.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot set aside what lies in " + folder, e);
        }
    }

    private static boolean isOurs(Path file) {
        return file.toString().endsWith(NAME);
    }

    /** The ends that were kept in the folder, each proven to be ours. */
    List<Seal> kept() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Checkpoints::isOurs)
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** The ends in a file of checkpoints, or of bare seals as earlier releases wrote them. */
    List<Seal> read(Path file) {
        var seals = new ArrayList<Seal>();
        var block = new ArrayList<String>();
        for (var line : lines(file)) {
            if (block.isEmpty() && !line.startsWith(Checkpoint.HEAD)) {
                seals.add(Seal.parse(line));
            } else {
                block.add(line);
                if (line.startsWith("signature ")) {
                    seals.addAll(proven(Checkpoint.parse(block)).seals());
                    block.clear();
                }
            }
        }
        if (!block.isEmpty()) {
            throw new Refused("audit.cli.no-seal", block.getFirst());
        }
        return seals;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Checkpoint proven(Checkpoint checkpoint) {
        if (!Arrays.equals(checkpoint.key(), key().publicKey())) {
            throw new Refused("audit.cli.other-key", checkpoint.at());
        }
        if (!checkpoint.genuine()) {
            throw new Refused("audit.cli.forged", checkpoint.at());
        }
        return checkpoint;
    }

    /** By this key others know our checkpoints. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(key().publicKey());
    }

    private SigningKey key() {
        return vault.signingKey(SIGNING);
    }
}
