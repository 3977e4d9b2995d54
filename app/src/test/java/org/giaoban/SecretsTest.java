package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No key, token or password of a real system stands in what is published with the program. */
class SecretsTest {

    private static final List<String> PLACES = List.of(
            "app/src",
            "bench/src",
            "codegen/src",
            "docs",
            "deploy",
            "tools",
            ".ci",
            "README.md",
            "pom.xml",
            "app/pom.xml");

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}"),
            Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}"),
            Pattern.compile("\\bxox[abprs]-[0-9A-Za-z-]{10}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile(
                    "(?i)\\b(?:postgres(?:ql)?|mysql|mongodb|amqp|redis)://[^\\s:/@\"']{1,60}:[^\\s@\"'{$<]{6,60}@"));

    @Test
    void nothingPublishedHoldsASecret() {
        var found = PLACES.stream()
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(SecretsTest::files)
                .flatMap(file -> secret(read(file)).map(secret -> file + ": " + secret).stream())
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void aSecretIsFound() {
        assertThat(secret("key = AKIA" + "ABCDEFGHIJKLMNOP")).isPresent();
        assertThat(secret("-----BEGIN PRIVATE" + " KEY-----\n" + "A".repeat(64)))
                .isPresent();
        assertThat(secret("url: postgresql://giaoban:" + "Xy12345678@db/giaoban"))
                .isPresent();
        assertThat(secret("url: postgresql://giaoban:${PASSWORD}@db/giaoban")).isEmpty();
    }

    private static Optional<String> secret(String text) {
        return SECRETS.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(java.util.regex.Matcher::find)
                .map(java.util.regex.Matcher::group)
                .findFirst();
    }

    private static Stream<Path> files(Path place) {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
