package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.giaoban.spreadsheets.CellRef;
import org.giaoban.spreadsheets.SpreadsheetReader;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.Formulas;
import org.junit.jupiter.api.Test;

/** Whatever people type, no program that opens a list of ours calculates it. */
class FormulaInjectionTest {

    private static final int INPUTS = Integer.getInteger("giaoban.formulas", 200_000);
    private static final int COLUMNS = 8;
    private static final int ROWS = 2_000;

    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            "\t",
            "\r",
            "\n",
            ";",
            ",",
            "\"",
            "'",
            "|",
            " ",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "\u0001",
            "\u202e",
            "\u00ad",
            "=cmd|'/C calc'!A0",
            "=HYPERLINK(\"http://evil.example\")",
            "DDE(",
            "SUM(1,1)",
            "1",
            "-5",
            "Đảng ủy xã",
            "\"\"",
            "\\",
            "_x003D_",
            "&#61;",
            "<f>1</f>",
            "sep=;",
            "\u3000",
            "\u2028");

    private final Evidence evidence = Evidence.of("web-formulas");

    @Test
    void noCellOfAListIsAFormula() {
        var random = new Random(evidence.seed());
        var checked = 0;
        while (checked < INPUTS) {
            var rows = IntStream.range(0, ROWS)
                    .mapToObj(_ -> IntStream.range(0, COLUMNS)
                            .mapToObj(_ -> text(random))
                            .toList())
                    .toList();
            var table = new TableExport("thu", rows.getFirst(), rows);
            assertThat(Formulas.inCsv(bytes(table.csv().getBody()))).isEmpty();
            assertThat(Formulas.inWorkbook(bytes(table.xlsx().getBody()))).isEmpty();
            rows.forEach(row -> row.forEach(cell -> assertThat(TableExport.unguarded(FormulaGuard.guarded(cell)))
                    .isEqualTo(cell)));
            sameText(table, rows);
            checked += ROWS * COLUMNS;
        }
        evidence.say("formula injection: %d cells as .csv and as .xlsx, 0 formulas", checked);
    }

    /** A guard that changes what a workbook says would be no better than a formula. */
    private static void sameText(TableExport table, List<List<String>> rows) {
        var book = SpreadsheetReader.read(bytes(table.xlsx().getBody()));
        for (var row = 0; row < rows.size(); row += 97) {
            var written = rows.get(row).getFirst();
            var read = book.at(new CellRef("Bảng", row + 1, 0)).text();
            assertThat(seen(read)).isEqualTo(seen(written));
        }
    }

    private static String seen(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}]", "");
    }

    @Test
    void numbersStayNumbersAndPlainTextStaysPlain() {
        assertThat(TableExport.cell(-5)).isEqualTo("\"-5\"");
        assertThat(TableExport.cell("Chi bộ 3; tổ 1 - 2")).isEqualTo("\"Chi bộ 3; tổ 1 - 2\"");
        assertThat(TableExport.cell("a\n- b")).isEqualTo("\"a\n'- b\"");
    }

    /** Negative control: lists written without the guard are found, each way of reading them. */
    @Test
    void aListWithoutTheGuardIsFound() throws IOException {
        for (var bad : List.of(
                "\"=1+1\"", "\"a\",\"+a\"", "\"a\",\" =1\"", "\"a\",\"x;=1;y\"", "\"a\",\"x\n@1\"", "\"\ufeff=1\"")) {
            assertThat(Formulas.inCsv(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(bad)
                    .isNotEmpty();
        }
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
                var out = new java.io.ByteArrayOutputStream()) {
            book.createSheet("a").createRow(0).createCell(0).setCellFormula("1+1");
            book.write(out);
            assertThat(Formulas.inWorkbook(out.toByteArray())).containsExactly("1+1");
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var pieces = random.nextInt(6); pieces >= 0; pieces--) {
            text.append(random.nextInt(5) == 0 ? letters(random) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String letters(Random random) {
        return random.ints(1 + random.nextInt(4), 32, 0x3000)
                .filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(byte[] body) {
        return Objects.requireNonNull(body);
    }
}
