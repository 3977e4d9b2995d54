package org.giaoban.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/**
 * Asks the office's own virus scanner, when one is set: the command gets the file's path as its last argument.
 *
 * <p>Exit code 0 = clean; 1 = infected; anything else, or no answer within a minute = not known, and not known is refused.
 */
@Component
class UploadScan {

    private static final int SECONDS = 60;

    private final FileSettings settings;

    UploadScan(FileSettings settings) {
        this.settings = settings;
    }

    void check(String name, Received received) {
        if (settings.scanCommand().isEmpty()) {
            return;
        }
        switch (run(received)) {
            case 0 -> {}
            case 1 -> throw new Refused("files.infected", name);
            default -> throw new Refused("files.not-scanned", name);
        }
    }

    private int run(Received received) {
        var command = new ArrayList<>(settings.scanCommand());
        command.add(received.temporary().toString());
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
