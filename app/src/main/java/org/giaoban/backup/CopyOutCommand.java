package org.giaoban.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Texts;
import org.giaoban.platform.database.ServerAccess;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the embedded database row by row into one sealed file: the way to a PostgreSQL of another major version. */
@Component
@Command(
        name = "copy-out",
        mixinStandardHelpOptions = true,
        description = "Chép mọi dòng dữ liệu ra một tệp niêm phong / copies all rows into a sealed file")
class CopyOutCommand implements CliCommand {

    /** What the file is sealed under. */
    static final String SEAL = "rows";

    private final Backups backups;
    private final Settings settings;
    private final ServerAccess access;

    @Option(names = "--to", required = true, description = "File to be made")
    private Path to = Path.of("");

    CopyOutCommand(Backups backups, Settings settings, ServerAccess access) {
        this.backups = backups;
        this.settings = settings;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException {
        var outside = settings.database();
        if (outside != null && outside.url() != null) {
            // The owner of an outside database does not see the rows that row-level security hides.
            throw new Refused("backup.copy-out.outside");
        }
        if (Files.exists(to)) {
            throw new Refused("backup.key.file-exists", to);
        }
        var tables = write(access, to);
        System.out.println(Texts.text("backup.copy-out.done", to, String.valueOf(tables)));
        return 0;
    }

    private int write(ServerAccess from, Path file) throws IOException {
        var count = new int[1];
        Durably.write(
                Durably.folder(file),
                out -> {
                    var sealed = new SealedOutput(new BaseBackup.Unclosed(out), backups.receiver(), SEAL);
                    try (var rows = new DataOutputStream(new BaseBackup.Fast(sealed));
                            var connection = DriverManager.getConnection(
                                    from.url(),
                                    from.login().user(),
                                    from.login().password())) {
                        count[0] = RowsOut.write(connection, rows);
                        return file;
                    } catch (SQLException e) {
                        throw new IOException("The rows cannot be read: " + e.getMessage(), e);
                    }
                },
                _ -> file.toAbsolutePath());
        return count[0];
    }
}
