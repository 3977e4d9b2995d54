package org.giaoban.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs the tests use as users do. Where one is missing the run says so loudly and skips what needs it; under CI it
 * fails.
 */
final class Programs {

    private Programs() {}

    static Path need(String what, String environmentVariable, List<String> names) {
        var found = Optional.ofNullable(System.getenv(environmentVariable))
                .map(Path::of)
                .or(() -> names.stream()
                        .flatMap(name ->
                                List.of("/usr/bin/", "/usr/local/bin/", "/snap/bin/", "/opt/homebrew/bin/").stream()
                                        .map(folder -> Path.of(folder + name)))
                        .filter(Files::isExecutable)
                        .findFirst());
        if (found.isPresent()) {
            return found.get();
        }
        var message = "%n*** %s is not installed: tests that need it DID NOT RUN. Install it or set %s. ***%n"
                .formatted(what, environmentVariable);
        System.err.println(message);
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(message);
        }
        return Assumptions.abort(message);
    }
}
