package org.giaoban.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** Takes a base now, beside the running server. */
@Component
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Sao lưu ngay / takes a backup now")
class BackupCommand implements CliCommand {

    private static final int KILO = 1_000;

    private final Backups backups;

    BackupCommand(Backups backups) {
        this.backups = backups;
    }

    @Override
    public Integer call() throws IOException {
        try {
            var taken = backups.take();
            System.out.println(Texts.text(
                    "backup.taken",
                    taken.base().file(),
                    String.valueOf(Files.size(taken.base().file()) / KILO),
                    String.valueOf(taken.files())));
            return 0;
        } catch (ReplicationRefused refused) {
            throw new Refused("backup.refused", String.valueOf(refused.getMessage()));
        } catch (UncheckedIOException unreachable) {
            throw new Refused("backup.folder.missing", backups.folder());
        }
    }
}
