package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sheet of a room adds classes of its own; what the frame around every page looks like is the frame's affair. */
class StyleSheetsTest {

    private static final Path SHEETS = Path.of("app/src/main/resources/static/css");

    /** Paper and the projector are other frames. */
    private static final Set<String> FRAMES =
            Set.of("shell.css", "parts.css", "print.css", "projector.css", "open-base.css");

    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.gb-[\\w-]+");

    @TestFactory
    Stream<DynamicTest> noRoomRestylesTheFrame() throws IOException {
        var frame = alone("shell.css");
        frame.addAll(alone("parts.css"));
        try (var sheets = Files.list(SHEETS)) {
            return sheets
                    .map(sheet -> sheet.getFileName().toString())
                    .filter(sheet -> !FRAMES.contains(sheet))
                    .sorted()
                    .toList()
                    .stream()
                    .map(sheet -> DynamicTest.dynamicTest(
                            sheet, () -> assertThat(alone(sheet)).doesNotContainAnyElementsOf(frame)));
        }
    }

    /** Negative control: the frame's own classes are found. */
    @Test
    void theFramesClassesAreFound() throws IOException {
        assertThat(alone("shell.css")).contains(".gb-find", ".gb-side");
        assertThat(alone("print.css")).contains(".gb-side");
    }

    /** The classes of a sheet that it styles wherever they stand. */
    private static Set<String> alone(String sheet) throws IOException {
        var rules = COMMENT.matcher(Files.readString(SHEETS.resolve(sheet))).replaceAll("");
        return RULE.matcher(rules)
                .results()
                .flatMap(rule -> Stream.of(rule.group(1).split(",")))
                .map(String::strip)
                .filter(selector -> CLASS.matcher(selector).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
