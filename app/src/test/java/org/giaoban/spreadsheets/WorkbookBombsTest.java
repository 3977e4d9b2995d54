package org.giaoban.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.giaoban.files.Zips;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.testing.Bombs;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.Test;

/** Small files made to take all time or all memory. */
class WorkbookBombsTest {

    private static final String RELATION = "<Relationship Id='%s' Type='w' Target='worksheets/%s.xml'/>";

    private final Bombs bombs = new Bombs(Evidence.of("web-bombs-workbooks"), UnreadableSpreadsheet.class);

    @Test
    void archivesAreMeasuredBeforeTheyAreOpened() {
        defuse("300 MB of spaces", Zips.bomb("xl/worksheets/sheet1.xml", 300 << 20));
        var many = new LinkedHashMap<>(book("", "", "<sheetData/>"));
        for (int i = 0; i < 60_000; i++) {
            many.put("xl/e" + i, new byte[0]);
        }
        defuse("60,000 entries", Zips.of(many));
        defuse("packed as zstd", Zips.packedAs(93, Zips.of(book("", "", "<sheetData/>"))));
        defuse("packed as nothing known", Zips.packedAs(0x7FFF, Zips.of(book("", "", "<sheetData/>"))));
        var inner = Zips.of(book("", "", "<sheetData/>"));
        defuse("an archive in an archive", Zips.of(Map.of("xl/workbook.xml", inner)));
        assertThat(bombs.defused()).isEqualTo(5);
    }

    @Test
    void workbooksAreReadWithinLimits() {
        cells("a million rows", "<row><c><v>1</v></c></row>".repeat(1_000_000));
        cells("a text of 30 MB", "<row><c t='inlineStr'><is><t>" + "ă".repeat(15 << 20) + "</t></is></c></row>");
        cells("100,000 deep", "<row>".repeat(100_000));
        cells("half a million attributes", "<row " + attributes(500_000) + "/>");
        cells("two million comments", "<!---->".repeat(2_000_000));
        cells("a name of ten million letters", "<" + "a".repeat(10 << 20) + "/>");
        cells("rows out of reach", "<row r='999999999'><c/><c r='ZZZ9999999'><v>1</v></c></row>".repeat(100_000));
        sheet("entities in entities", "<!DOCTYPE x [" + laughs() + "]><worksheet>&l29;</worksheet>");
        sheet("a file of ours", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet>&a;</worksheet>");
        sheet("letters that nobody knows", "<?xml version='1.0' encoding='UTF-7'?><worksheet/>");
        assertThat(bombs.defused()).isEqualTo(10);
    }

    @Test
    void namesFormatsAndSheetsAreFew() {
        var part = "<sheetData>" + "<row/>".repeat(3_000_000) + "</sheetData>";
        var sheets = new StringBuilder();
        var relations = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            sheets.append("<sheet name='s")
                    .append(i)
                    .append("' id='r")
                    .append(i)
                    .append("'/>");
            relations.append(RELATION.formatted("r" + i, "sheet1"));
        }
        var shared = new LinkedHashMap<>(book("", "", part));
        shared.put("xl/workbook.xml", Zips.text("<workbook>" + sheets + "</workbook>"));
        shared.put("xl/_rels/workbook.xml.rels", Zips.text("<r>" + relations + "</r>"));
        defuse("50,000 sheets on one part", Zips.of(shared));
        defuse("a quoted name of a million letters", name("'" + "a".repeat(1 << 20) + "'!$A$1"));
        defuse("a quoted name without its end", name("'" + "''".repeat(1 << 20)));
        defuse(
                "brackets that never close",
                styles("<numFmt numFmtId='200' formatCode='" + "[".repeat(8 << 20) + "'/>"));
        defuse("a million formats", styles("<numFmt numFmtId='200' formatCode='0.0'/>".repeat(1_000_000)));
        var strings = new LinkedHashMap<>(book("", "", "<sheetData/>"));
        strings.put("xl/sharedStrings.xml", Zips.text("<sst>" + "<si/>".repeat(2_000_000) + "</sst>"));
        defuse("two million shared texts", Zips.of(strings));
        assertThat(bombs.defused()).isEqualTo(6);
    }

    @Test
    void openDocumentsMultiplyWithinLimits() {
        ods("a cell of spaces", cell("<p>" + "<s c='1000'/>".repeat(2_000_000) + "</p>"));
        var square = "<table name='A'><table-row number-rows-repeated='440'><table-cell number-columns-repeated='440'"
                + " value-type='float' value='1'/></table-row></table>";
        ods("one sheet written a hundred thousand times", square.repeat(100_000));
        ods(
                "rows past all counting",
                "<table name='A'>" + "<table-row number-rows-repeated='999999999'/>".repeat(9) + "</table>");
        ods(
                "columns past all counting",
                "<table name='A'><table-row>"
                        + "<table-cell number-columns-repeated='999999999' value-type='float' value='1'/>".repeat(9)
                        + "</table-row></table>");
        ods("a quarter of a million empty sheets", "<table name='A'/>".repeat(250_000));
        assertThat(bombs.defused()).isEqualTo(5);
    }

    /** A number that is small in the file and has a billion digits once somebody counts with it. */
    @Test
    void numbersHaveNoBillionDigits() {
        for (var written : new String[] {"1E-999999999", "-1E-400", "1E308", "9E99", "1E-25", "0E-999999999"}) {
            bombs.defuse(written, () -> {
                var number = Cell.number(written, Cell.Kind.PERCENT).number();
                return number == null ? "" : VietnameseNumber.format(number, 6);
            });
        }
        assertThat(Cell.number("1E-7", Cell.Kind.NUMBER).number()).isEqualByComparingTo("0.0000001");
    }

    /** Negative control: the same number, taken as it stands, does not end. */
    @Test
    void suchANumberWouldNotEnd() {
        var counting = new FutureTask<>(() -> VietnameseNumber.format(new BigDecimal("1E-2147483"), 6));
        Thread.ofPlatform().daemon().start(counting);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> counting.get(30, TimeUnit.MILLISECONDS)))
                .isNotNull();
    }

    private void cells(String name, String rows) {
        sheet(name, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private void sheet(String name, String xml) {
        var parts = new LinkedHashMap<>(book("", "", ""));
        parts.put("xl/worksheets/sheet1.xml", Zips.text(xml));
        defuse(name, Zips.of(parts));
    }

    private void ods(String name, String tables) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", Zips.text("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", Zips.text("<d><body><spreadsheet>" + tables + "</spreadsheet></body></d>"));
        defuse(name, Zips.of(parts));
    }

    private static String cell(String inside) {
        return "<table name='A'><table-row><table-cell value-type='string'>" + inside
                + "</table-cell></table-row></table>";
    }

    private static byte[] name(String target) {
        return Zips.of(book("<definedName name='x'>" + target + "</definedName>", "", "<sheetData/>"));
    }

    private static byte[] styles(String formats) {
        return Zips.of(book("", formats, "<sheetData/>"));
    }

    private void defuse(String name, byte[] file) {
        bombs.defuse(name + " (" + file.length + " bytes)", () -> SpreadsheetReader.open(file));
    }

    private static String attributes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('a').append(i).append("='' ");
        }
        return text.toString();
    }

    private static String laughs() {
        var text = new StringBuilder("<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY l")
                    .append(i)
                    .append(" '&l")
                    .append(i - 1)
                    .append(";&l")
                    .append(i - 1)
                    .append(";'>");
        }
        return text.toString();
    }

    private static Map<String, byte[]> book(String names, String formats, String sheet) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/workbook.xml",
                Zips.text("<workbook><sheets><sheet name='A' id='r1'/></sheets><definedNames>" + names
                        + "</definedNames></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", Zips.text("<r>" + RELATION.formatted("r1", "sheet1") + "</r>"));
        parts.put(
                "xl/styles.xml",
                Zips.text("<s><numFmts>" + formats + "</numFmts><cellXfs><xf numFmtId='200'/></cellXfs></s>"));
        parts.put("xl/worksheets/sheet1.xml", Zips.text("<worksheet>" + sheet + "</worksheet>"));
        return parts;
    }
}
