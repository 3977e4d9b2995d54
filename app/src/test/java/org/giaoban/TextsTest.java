package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on screen has a key, in both languages, and every key is used. */
class TextsTest {

    private static final Path APP = Files.isDirectory(Path.of("app")) ? Path.of("app") : Path.of(".");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern TEXT_CALL = Pattern.compile(
            "(?:text|new Refused|flash\\.(?:ok|warn|error))\\(\\s*\"([a-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)+)\"\\s*[,)]");
    private static final Pattern DATA_KEYS = Pattern.compile("([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+)");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts("en").keySet()).isEqualTo(texts("vi").keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        var english = texts("en");
        var different = new TreeSet<String>();
        texts("vi").forEach((key, text) -> {
            if (!arguments(text).equals(arguments(english.getOrDefault(key, "")))) {
                different.add(key);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        var known = texts("vi").keySet();
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            var calls = TEXT_CALL.matcher(source);
            while (calls.find()) {
                if (!known.contains(calls.group(1))) {
                    missing.add(calls.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        var literals = new HashSet<String>();
        var beginnings = new HashSet<String>();
        for (var source : sources()) {
            // inside an attribute of a template the quotes of the call are not those of a literal
            var calls = TEXT_CALL.matcher(source);
            while (calls.find()) {
                literals.add(calls.group(1));
            }
            var found = LITERAL.matcher(source);
            while (found.find()) {
                var literal = found.group(1);
                if (KEY.matcher(literal).matches()) {
                    literals.add(literal);
                } else if (literal.matches("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)*[.-]")) {
                    beginnings.add(literal);
                }
            }
        }
        for (var data : dataFiles()) {
            var found = DATA_KEYS.matcher(data);
            while (found.find()) {
                literals.add(found.group(1));
            }
        }
        var unused = new TreeSet<>(texts("vi").keySet());
        unused.removeIf(key -> literals.contains(key) || beginnings.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() {
        var words = new TreeMap<String, String>();
        for (var template : files(APP.resolve("src/main/jte"), ".jte")) {
            bare(read(template))
                    .ifPresent(word -> words.put(template.getFileName().toString(), word));
        }
        assertThat(words).isEmpty();
    }

    private static java.util.Optional<String> bare(String template) {
        var text = template.replaceAll("(?s)<%--.*?--%>", " ")
                .replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("(?m)^\\s*@(import|param).*$", " ")
                .replaceAll("(?s)!\\{.*?\\}", " ");
        text = withoutExpressions(text);
        text = text.replaceAll("(?s)<[^>]*>", " ").replaceAll("&[a-z]+;", " ");
        var words = Pattern.compile("\\p{L}{2,}").matcher(text);
        while (words.find()) {
            if (!MARKS.contains(words.group())) {
                return java.util.Optional.of(words.group());
            }
        }
        return java.util.Optional.empty();
    }

    private static final Set<String> MARKS = Set.of(
            "Giao", "Ban", "RSS", "EN", "VI", "Tiếng", "Việt", "English", "kB", "MB", "Esc", "Enter", "xlsx", "csv",
            "docx", "ods", "zip", "png");

    /** Cuts out JTE's expressions and control words with their bracketed parts, which may nest. */
    private static String withoutExpressions(String template) {
        var result = new StringBuilder();
        for (var at = 0; at < template.length(); ) {
            var rest = template.substring(at);
            var control = Pattern.compile("^(@(if|elseif|for|template\\.[A-Za-z0-9_.]+)\\s*\\(|\\$(unsafe)?\\{)")
                    .matcher(rest);
            if (control.find()) {
                var open = control.group().charAt(control.group().length() - 1);
                at = end(template, at + control.end(), open, open == '(' ? ')' : '}');
                result.append(' ');
            } else if (rest.startsWith("@`") || rest.startsWith("`")) {
                at += rest.startsWith("@`") ? 2 : 1;
            } else if (rest.matches("(?s)^@(endif|else|endfor|endraw|raw)\\b.*")) {
                at += rest.startsWith("@endfor") ? 7 : rest.startsWith("@endif") ? 6 : rest.startsWith("@else") ? 5 : 4;
            } else {
                result.append(template.charAt(at));
                at++;
            }
        }
        return result.toString();
    }

    private static int end(String text, int from, char open, char close) {
        var depth = 1;
        var quoted = false;
        for (var at = from; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"' && text.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == open) {
                depth++;
            } else if (!quoted && c == close && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static Set<String> arguments(String text) {
        var found = Pattern.compile("\\{(\\d+)").matcher(text);
        var arguments = new TreeSet<String>();
        while (found.find()) {
            arguments.add(found.group(1));
        }
        return arguments;
    }

    private static Map<String, String> texts(String language) {
        var all = new TreeMap<String, String>();
        for (var file : files(APP.resolve("src/main/resources/texts"), "_" + language + ".properties")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, value) -> {
                var before = all.put((String) key, (String) value);
                assertThat(before).as("%s stands in two files", key).isNull();
            });
        }
        return all;
    }

    private static List<String> sources() {
        return Stream.concat(
                        files(APP.resolve("src/main/java"), ".java").stream(),
                        files(APP.resolve("src/main/jte"), ".jte").stream())
                .map(TextsTest::read)
                .toList();
    }

    private static List<String> dataFiles() {
        return Stream.concat(
                        files(APP.resolve("src/main/resources/profiles"), ".yaml").stream(),
                        files(APP.resolve("src/main/resources/profiles"), ".csv").stream())
                .map(TextsTest::read)
                .toList();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
