package org.giaoban.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.OfflineCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.Texts;
import org.giaoban.platform.database.LaunchSettings;
import org.giaoban.platform.database.ReturnedCluster;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a new embedded database out of a file of copied rows; a database that stands there is set aside. */
@Command(
        name = "copy-in",
        mixinStandardHelpOptions = true,
        description = "Lập cơ sở dữ liệu mới từ tệp của copy-out / makes a new database from copied rows")
public final class CopyInCommand implements OfflineCommand {

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("'before-copy-in-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Option(names = "--from", required = true, description = "File made by copy-out")
    private Path from = Path.of("");

    @Option(names = "--key", required = true, description = "File with the half of the key that opens")
    private Path key = Path.of("");

    @Option(names = "--replace", description = "Set aside the database that stands in the data folder")
    private boolean replace;

    private @Nullable OfflineSettings settings;

    @Override
    public void use(Binder binder) {
        settings = OfflineSettings.of(binder);
    }

    @Override
    public Integer call() throws IOException {
        if (settings == null) {
            return 2;
        }
        var data = settings.installation().data();
        var tables = run(data, from, SealingKey.secret(key), replace, LaunchSettings.standard());
        System.out.println(Texts.text("backup.copy-in.done", String.valueOf(tables)));
        return 0;
    }

    static int run(Path data, Path from, PrivateKey key, boolean replace, LaunchSettings settings) throws IOException {
        var now = new MachineTime().instant();
        try (var cluster = ReturnedCluster.into(data);
                var sealed = new SealedInput(Files.newInputStream(from), key, CopyOutCommand.SEAL);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(sealed)))) {
            if (cluster.placeTaken() && !replace) {
                throw new Refused("backup.restore.place-taken", data);
            }
            var tables = cluster.anew(SUFFIX.format(now), settings, server -> RowsIn.read(server, in));
            RestoreMark.in(data).leave(facts(from, now));
            cluster.keep();
            return tables;
        }
    }

    private static Properties facts(Path from, Instant now) {
        var facts = new Properties();
        facts.setProperty("restored", now.toString());
        facts.setProperty("base", String.valueOf(from.getFileName()));
        return facts;
    }
}
