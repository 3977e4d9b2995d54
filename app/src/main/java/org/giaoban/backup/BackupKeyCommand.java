package org.giaoban.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.giaoban.platform.OfflineCommand;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the pair of keys: prints the half that seals and writes the half that opens to a file, to be carried away. */
@Command(
        name = "backup-key",
        mixinStandardHelpOptions = true,
        description = "Lập cặp khóa sao lưu / makes the pair of keys of the backups")
public final class BackupKeyCommand implements OfflineCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "Where to write the half that opens")
    private Path file = Path.of("");

    @Override
    public void use(Binder settings) {
        // Keys are made without an installation.
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new Refused("backup.key.file-exists", file);
        }
        var pair = SealingKey.make();
        var text = Texts.text("backup.key.file") + "\n" + SealingKey.text(pair.getPrivate()) + "\n";
        Durably.write(
                Durably.folder(file),
                out -> {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    return file;
                },
                Path::toAbsolutePath);
        System.out.println(SealingKey.text(pair.getPublic()));
        System.err.println(Texts.text("backup.key.made", file));
        return 0;
    }
}
