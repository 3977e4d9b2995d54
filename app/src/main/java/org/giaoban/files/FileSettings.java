package org.giaoban.files;

import java.nio.file.Path;
import java.util.List;
import org.giaoban.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Where uploads are kept, how large one may be, and the command that looks for viruses (none when empty). */
@Component
record FileSettings(Path directory, long maxBytes, List<String> scanCommand) {

    /** Scanned papers of a whole meeting fit; a film does not. */
    private static final long MAX_BYTES = 60L << 20;

    @Autowired
    FileSettings(Settings settings) {
        this(settings.data().resolve("files").toAbsolutePath().normalize(), MAX_BYTES, words(settings.scanCommand()));
    }

    private static List<String> words(@Nullable String command) {
        return command == null || command.isBlank()
                ? List.of()
                : List.of(command.strip().split("\\s+"));
    }
}
