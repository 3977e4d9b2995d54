package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.OfflineCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.platform.database.LaunchSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the installation back as it was at a moment, and checks what came back. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Phục hồi từ bản sao lưu / brings back what was backed up")
public final class RestoreCommand implements OfflineCommand {

    @Option(names = "--key", required = true, description = "File with the half of the key that opens")
    private Path key = Path.of("");

    @Option(names = "--from", description = "Folder of the backups; without it the setting giaoban.backup.folder")
    private @Nullable Path from;

    @Option(names = "--line", description = "Line of backups; without it the one with the newest base")
    private @Nullable String line;

    @Option(names = "--at", description = "Moment to go back to, as 2018-11-30T17:00; without it the end")
    private @Nullable String at;

    @Option(names = "--replace", description = "Set aside the database that stands in the data folder")
    private boolean replace;

    @Option(
            names = "--into",
            description =
                    "For a PostgreSQL server of your own: lay its files out in this new folder, for its administrator to start")
    private @Nullable Path into;

    private @Nullable OfflineSettings settings;

    @Override
    public void use(Binder binder) {
        settings = OfflineSettings.of(binder);
    }

    @Override
    public Integer call() throws IOException {
        var given = settings;
        if (given == null) {
            return 2;
        }
        var outside = given.installation().database();
        if (into == null && outside != null && outside.url() != null) {
            throw new Refused("backup.restore.outside");
        }
        var moment = moment();
        var source = Source.choose(given.folder(from), line, moment);
        var order = new Restore.Order(source, SealingKey.secret(key), moment, replace);
        return into == null ? tell(restore(given).run(order)) : layOut(given, order, into);
    }

    private static Restore restore(OfflineSettings given) {
        return new Restore(
                given.installation().data(),
                LaunchSettings.standard(),
                new MachineTime(),
                step -> System.out.println(Texts.text("backup.restore.step." + step)));
    }

    private static int layOut(OfflineSettings given, Restore.Order order, Path folder) throws IOException {
        var journey = new LayingOut(given.installation().data(), new MachineTime()).run(order, folder);
        System.out.println(Texts.text("backup.restore.laid-out", folder, String.valueOf(journey.segments())));
        return gap(journey);
    }

    private static int tell(Restore.Outcome outcome) {
        var last = outcome.inspection().lastCommit();
        System.out.println(Texts.text(
                "backup.restore.done",
                ListBackupsCommand.local(outcome.base().finished()),
                last == null ? "—" : ListBackupsCommand.local(last),
                String.valueOf(outcome.inspection().indexes()),
                String.valueOf(outcome.files())));
        return gap(outcome.journey());
    }

    private static int gap(Source.Journey journey) {
        if (journey.missing() == null) {
            return 0;
        }
        System.out.println(Texts.text("backup.restore.gap", journey.missing()));
        return 1;
    }

    private @Nullable Instant moment() {
        if (at == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(at.strip().replace(' ', 'T'))
                    .atZone(Zone.ID)
                    .toInstant();
        } catch (DateTimeParseException notLocal) {
            try {
                return Instant.parse(at.strip());
            } catch (DateTimeParseException e) {
                throw new Refused("backup.restore.not-a-moment", at);
            }
        }
    }
}
