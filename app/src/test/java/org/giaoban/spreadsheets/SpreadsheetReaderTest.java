package org.giaoban.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.files.Zips;
import org.giaoban.spreadsheets.Cell.Kind;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetReaderTest {

    private static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    @Test
    void readsNamesNumbersTextsPercentsDatesAndErrors() {
        var book = SpreadsheetReader.read(workbook());

        assertThat(book.sheets()).containsExactly("Chỉ tiêu 'mới' 2018", "Hai");
        assertThat(book.named("gb_v_TC10").map(CellRef::label)).contains("Chỉ tiêu 'mới' 2018!B3");
        assertThat(book.at("gb_v_TC10").number()).isEqualByComparingTo("16.7");
        assertThat(book.at(new CellRef("Hai", 0, 0)).text()).isEqualTo("1.234,5");
        assertThat(book.at(new CellRef("Hai", 1, 0)))
                .isEqualTo(new Cell(Kind.PERCENT, "0.167", new BigDecimal("16.7")));
        assertThat(book.at(new CellRef("Hai", 2, 0)).kind()).isEqualTo(Kind.DATE);
        assertThat(book.at(new CellRef("Hai", 3, 0))).isEqualTo(Cell.error("#DIV/0!"));
        assertThat(book.at(new CellRef("Hai", 40, 40))).isEqualTo(Cell.EMPTY);
    }

    private static byte[] workbook() {
        try (var workbook = new XSSFWorkbook()) {
            var one = workbook.createSheet("Chỉ tiêu 'mới' 2018");
            // What a spreadsheet stores for 16,7.
            one.createRow(2).createCell(1).setCellValue(16.699999999999999);
            var name = workbook.createName();
            name.setNameName("gb_v_TC10");
            name.setRefersToFormula("'Chỉ tiêu ''mới'' 2018'!$B$3");
            var two = workbook.createSheet("Hai");
            two.createRow(0).createCell(0).setCellValue("1.234,5");
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            two.createRow(1).createCell(0).setCellValue(0.167);
            two.getRow(1).getCell(0).setCellStyle(percent);
            var date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            two.createRow(2).createCell(0).setCellValue(43_404);
            two.getRow(2).getCell(0).setCellStyle(date);
            two.createRow(3).createCell(0).setCellErrorValue((byte) 7);
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    @Test
    void readsOdsWithRepeatedCellsNotesAndSpaces() {
        var book = SpreadsheetReader.read(ods("""
                <table:table table:name="Nội dung">
                  <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                  <table:table-row>
                    <table:table-cell table:number-columns-repeated="2"/>
                    <table:table-cell office:value-type="float" office:value="217"><text:p>217</text:p></table:table-cell>
                    <table:covered-table-cell/>
                    <table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>một<text:s text:c="2"/>hai</text:p><text:p>ba</text:p></table:table-cell>
                    <table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell>
                    <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
                  </table:table-row>
                </table:table>
                <table:named-expressions><table:named-range table:name="gb_x" table:base-cell-address="$'Nội dung'.$A$1" table:cell-range-address="$'Nội dung'.$C$4"/></table:named-expressions>
                """));

        assertThat(book.named("gb_x").map(CellRef::label)).contains("Nội dung!C4");
        assertThat(book.at("gb_x").number()).isEqualByComparingTo("217");
        assertThat(book.at(new CellRef("Nội dung", 3, 4)).text()).isEqualTo("một  hai\nba");
        assertThat(book.at(new CellRef("Nội dung", 3, 5)).number()).isEqualByComparingTo("25");
        assertThat(book.at(new CellRef("Nội dung", 3, 6))).isEqualTo(Cell.error("#REF!"));
    }

    @Test
    void refusesWhatIsNoSpreadsheet() {
        refuses(new byte[0], Why.EMPTY_FILE);
        refuses(Zips.text("Chào các đồng chí"), Why.NOT_A_SPREADSHEET);
        refuses(Zips.of(Map.of("word/document.xml", Zips.text("<w/>"))), Why.NOT_A_SPREADSHEET);
        refuses(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, Why.OLD_OR_LOCKED);
        refuses(new byte[SpreadsheetReader.MAX_BYTES + 1], Why.TOO_LARGE);
    }

    @Test
    void refusesBombsMacrosLinksAndObjects() {
        refuses(Zips.bomb("xl/worksheets/sheet1.xml", 120 << 20), Why.BOMB);
        refuses(with("xl/vbaProject.bin", "x"), Why.MACROS);
        refuses(with("xl/externalLinks/externalLink1.xml", "<x/>"), Why.EXTERNAL_LINKS);
        refuses(with("xl/embeddings/oleObject1.bin", "x"), Why.EMBEDDED_OBJECTS);
        refuses(
                ods("<table:table table:name='A'><table:table-source xlink:href='file:///etc/passwd'/></table:table>"),
                Why.EXTERNAL_LINKS);
        refuses(
                ods(
                        "<table:table table:name='A'><table:table-row><table:table-cell table:formula=\"of:='file:///x.ods'#A.A1\"/></table:table-row></table:table>"),
                Why.EXTERNAL_LINKS);
    }

    @Test
    void refusesOneCellThatStandsForAMillion() {
        refuses(
                ods(
                        "<table:table table:name='A'><table:table-row table:number-rows-repeated='1000000'><table:table-cell"
                                + " table:number-columns-repeated='16000' office:value-type='float' office:value='1'/></table:table-row></table:table>"),
                Why.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>",
                "<!DOCTYPE x SYSTEM 'http://example.invalid/x.dtd'>"
            })
    void refusesDocumentTypes(String doctype) {
        refuses(replaced("xl/worksheets/sheet1.xml", doctype + "<worksheet>&a;</worksheet>"), Why.DOCTYPE);
    }

    private static byte[] with(String entry, String text) {
        return replaced(entry, text);
    }

    private static byte[] replaced(String entry, String text) {
        var entries = new LinkedHashMap<>(entries(workbook()));
        entries.put(entry, Zips.text(text));
        return Zips.of(entries);
    }

    private static Map<String, byte[]> entries(byte[] archive) {
        return new HashMap<>(Parts.of(archive, "").bytes());
    }

    private static byte[] ods(String tables) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", Zips.text(ODS_TYPE));
        entries.put("content.xml", Zips.text("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                          xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">
                        <office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>
                        """.formatted(tables)));
        return Zips.of(entries);
    }

    /** Whatever is done to a workbook, the answer is a workbook or a reason; nothing else comes out, and soon. */
    @Test
    void survivesDamagedParts() {
        long seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of damaged workbooks: " + seed);
        var random = new Random(seed);
        var whole = entries(workbook());
        var names = whole.keySet().stream().sorted().toList();
        int read = 0;
        for (int round = 0; round < 1_000; round++) {
            var damaged = new LinkedHashMap<>(whole);
            String part = names.get(random.nextInt(names.size()));
            damaged.put(part, damage(whole.get(part), random));
            try {
                SpreadsheetReader.read(Zips.of(damaged));
                read++;
            } catch (UnreadableSpreadsheet e) {
                assertThat(e.why()).isNotNull();
            }
        }
        assertThat(read).as("some damage does no harm").isPositive();
    }

    private static byte[] damage(byte[] part, Random random) {
        var damaged = part.clone();
        for (int i = 0; i <= random.nextInt(8) && damaged.length > 0; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "<>&\"'/=0129$!".charAt(random.nextInt(13));
                default -> damaged = java.util.Arrays.copyOf(damaged, at + 1);
            }
        }
        return damaged;
    }

    @Test
    void numbersAreTakenToFifteenDigits() {
        assertThat(Cell.number("0.30000000000000004", Kind.NUMBER).number()).isEqualByComparingTo("0.3");
        assertThat(Cell.number("1E3", Kind.NUMBER).number()).isEqualTo(new BigDecimal("1000"));
        assertThat(Cell.number("1E999999999", Kind.NUMBER).kind()).isEqualTo(Kind.ERROR);
        assertThat(Cell.number("NaN", Kind.NUMBER).kind()).isEqualTo(Kind.ERROR);
    }

    private static void refuses(byte[] bytes, Why why) {
        assertThatThrownBy(() -> SpreadsheetReader.read(bytes))
                .isInstanceOfSatisfying(
                        UnreadableSpreadsheet.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
