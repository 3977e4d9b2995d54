package org.giaoban;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The table of OWASP's ASVS 5.0, level 2: every requirement is decided, and every test it names exists. */
class AsvsTest {

    private static final int LEVEL_1 = 70;
    private static final int LEVEL_2 = 183;
    private static final int WITH_TEST_PERCENT = 90;

    private static final Set<String> STATES = Set.of("met", "partly", "open", "n/a");

    @Test
    void everyRequirementIsDecidedOnce() throws IOException {
        var rows = rows();
        assertThat(rows).extracting(row -> row.get("requirement")).doesNotHaveDuplicates();
        var levels = rows.stream().collect(groupingBy(row -> row.get("level"), Collectors.counting()));
        assertThat(levels).containsEntry("1", (long) LEVEL_1).containsEntry("2", (long) LEVEL_2);
        assertThat(rows).allSatisfy(row -> {
            assertThat(STATES).contains(row.get("state"));
            assertThat(row.get("how")).isNotBlank();
        });
    }

    @Test
    void nothingOfTheFirstLevelIsOpen() throws IOException {
        assertThat(rows())
                .filteredOn(
                        row -> row.get("level").equals("1") && row.get("state").equals("open"))
                .isEmpty();
    }

    @Test
    void theTestsItNamesExist() throws IOException {
        var tests = tests();
        assertThat(tests).contains("AsvsTest").doesNotContain("NoSuchTest");
        assertThat(rows()).flatExtracting(AsvsTest::named).isSubsetOf(tests);
    }

    @Test
    void mostOfWhatAppliesHasATest() throws IOException {
        var apply = rows().stream()
                .filter(row ->
                        row.get("state").equals("met") || row.get("state").equals("partly"))
                .toList();
        var tested = apply.stream().filter(row -> !named(row).isEmpty()).count();
        System.out.printf("ASVS 5.0 level 2: %d apply, %d with a test%n", apply.size(), tested);
        assertThat(100.0 * tested / apply.size()).isGreaterThanOrEqualTo(WITH_TEST_PERCENT);
    }

    private static List<String> named(CSVRecord row) {
        return Arrays.stream(row.get("tests").split(" "))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (var files =
                Stream.concat(Files.walk(Path.of("app/src/test/java")), Files.walk(Path.of("bench/src/test/java")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var in = Files.newBufferedReader(Path.of("docs/security/asvs.csv"));
                var parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            return parser.getRecords();
        }
    }
}
