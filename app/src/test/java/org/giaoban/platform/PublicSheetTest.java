package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public pages load a small part of Tabler: whatever stands in their markup must stand in that part too. */
class PublicSheetTest {

    private static final Path APP = Files.isDirectory(Path.of("app")) ? Path.of("app") : Path.of(".");
    private static final Path TEMPLATES = APP.resolve("src/main/jte");
    private static final Path SHEETS = APP.resolve("src/main/resources/static/css");
    private static final Path CODE = APP.resolve("src/main/java/org/giaoban");

    private static final Pattern CALLED = Pattern.compile("@template\\.([a-z]+)\\.([a-z]+)");
    private static final Pattern ICON = Pattern.compile("\\bti ti-([a-z0-9-]+)|icon = \"([a-z0-9-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");
    private static final Pattern ICON_OF = Pattern.compile("(?s)String icon\\(\\) \\{(.*?)\n    {4,8}}");
    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"$]*)");

    @Test
    void everyIconOfAPublicPageIsInTheSmallTypeface() {
        var here = icons(read(SHEETS.resolve("open-base.css")));
        var missing = new TreeSet<>(
                used(publicTemplates(), icons(webjar("tabler__icons-webfont/3.35.0/dist/tabler-icons.min.css"))));
        missing.removeAll(here);
        assertThat(missing)
                .as("put these into tools/public-icons.txt and run tools/public-sheet.py")
                .isEmpty();
        assertThat(here)
                .isEqualTo(new TreeSet<>(
                        read(APP.resolve("../tools/public-icons.txt")).lines().toList()));
    }

    @Test
    void anIconThatIsMissingWouldBeFound() {
        var planted = Map.of(
                "portal/planted", "<i class=\"ti ti-volcano\"></i> @template.platform.empty(icon = \"butterfly\")");
        var known = icons(webjar("tabler__icons-webfont/3.35.0/dist/tabler-icons.min.css"));
        assertThat(used(planted, known)).contains("volcano", "butterfly");
        assertThat(publicTemplates())
                .containsKeys("portal/article", "readers/corner", "platform/pager", "disclosure/entry");
    }

    @Test
    void everyClassOfTablerOnAPublicPageIsInTheSmallSheet() {
        var whole = names(webjar("tabler__core/1.4.0/dist/css/tabler.min.css"));
        var own = sheets();
        var missing = new TreeMap<String, String>();
        publicTemplates()
                .forEach((name, text) -> CLASSES.matcher(text)
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).trim().split("\\s+")))
                        .filter(word -> whole.contains(word) && !own.contains(word))
                        .forEach(word -> missing.put(word, name)));
        assertThat(missing).as("run tools/public-sheet.py").isEmpty();
    }

    /** Templates in the public frame and those they are made of, by name. */
    private static Map<String, String> publicTemplates() {
        var all = templates();
        var waiting = new ArrayDeque<String>();
        all.forEach((name, text) -> {
            if (text.contains("@template.platform.open(") || text.contains("@template.portal.page(")) {
                waiting.add(name);
            }
        });
        corners().filter(all::containsKey).forEach(waiting::add);
        var found = new TreeMap<String, String>();
        while (!waiting.isEmpty()) {
            var name = waiting.remove();
            var text = all.get(name);
            if (text != null && found.put(name, text) == null) {
                CALLED.matcher(text).results().forEach(call -> waiting.add(call.group(1) + "/" + call.group(2)));
            }
        }
        return found;
    }

    private static Map<String, String> templates() {
        return files(TEMPLATES, ".jte")
                .collect(Collectors.toMap(
                        file -> TEMPLATES
                                .relativize(file)
                                .toString()
                                .replace('\\', '/')
                                .replace(".jte", ""),
                        PublicSheetTest::read));
    }

    /** Rooms above hang templates of their own under an article. */
    private static Stream<String> corners() {
        return files(CODE, ".java")
                .map(PublicSheetTest::read)
                .filter(code -> code.contains("implements ArticleCorner"))
                .flatMap(code -> Pattern.compile("\"([a-z]+/[a-z]+)(?:\\.jte)?\"")
                        .matcher(code)
                        .results())
                .map(name -> name.group(1));
    }

    private static TreeSet<String> used(Map<String, String> templates, TreeSet<String> known) {
        var used = new TreeSet<String>();
        templates.forEach((name, text) -> {
            ICON.matcher(text)
                    .results()
                    .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
                    .forEach(used::add);
            if (text.contains("ti-${")) {
                LITERAL.matcher(text).results().map(found -> found.group(1)).forEach(used::add);
            }
        });
        var rooms = templates.keySet().stream().map(name -> name.split("/")[0]).distinct();
        rooms.flatMap(room -> files(CODE.resolve(room), ".java"))
                .flatMap(file -> ICON_OF.matcher(read(file)).results())
                .flatMap(body -> LITERAL.matcher(body.group(1)).results())
                .map(found -> found.group(1))
                .forEach(used::add);
        used.retainAll(known);
        return used;
    }

    private static TreeSet<String> icons(String sheet) {
        return Pattern.compile("\\.ti-([a-z0-9-]+):before")
                .matcher(sheet)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> names(String sheet) {
        return Pattern.compile("\\.(-?[a-zA-Z_][\\w-]*)")
                .matcher(sheet)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> sheets() {
        return names(files(SHEETS, ".css").map(PublicSheetTest::read).collect(Collectors.joining("\n")));
    }

    private static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var found = Files.walk(folder)) {
            return List.copyOf(
                    found.filter(file -> file.toString().endsWith(ending)).toList())
                    .stream();
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

    private static String webjar(String path) {
        try (var in = PublicSheetTest.class.getResourceAsStream("/META-INF/resources/webjars/" + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
