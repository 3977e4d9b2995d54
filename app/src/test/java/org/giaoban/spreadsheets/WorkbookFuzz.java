package org.giaoban.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.files.Zips;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.testing.Havoc;

/** Whatever is done to a workbook, it is read or refused, and its numbers can be counted with. */
public final class WorkbookFuzz {

    private static final List<Map<String, byte[]>> SEEDS = List.of(xlsx(), ods());

    private WorkbookFuzz() {}

    /** Before the clock runs: the libraries are made watchable as they are first used, and that takes long. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    public static void fuzzerTestOneInput(byte[] program) {
        try {
            var book = SpreadsheetReader.open(Havoc.archive(program, SEEDS));
            book.names().keySet().forEach(book::at);
            book.cells().forEach((at, cell) -> {
                at.label();
                if (cell.number() != null) {
                    VietnameseNumber.format(cell.number(), 6);
                }
            });
        } catch (UnreadableSpreadsheet refused) {
            refused.why().name();
        }
    }

    private static Map<String, byte[]> xlsx() {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Chỉ tiêu '18' a");
            var percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            for (var row = 0; row < 6; row++) {
                var line = sheet.createRow(row);
                line.createCell(0).setCellValue("Đảng viên mới " + row);
                line.createCell(1).setCellValue(16.7 * row);
                line.getCell(1).setCellStyle(percent);
                line.createCell(2).setCellFormula("B1+" + row);
            }
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(0, 1, 3, 4));
            var name = workbook.createName();
            name.setNameName("gb_v_TC10");
            name.setRefersToFormula("'Chỉ tiêu ''18'' a'!$B$3");
            workbook.createSheet("Hai").createRow(2).createCell(2).setCellErrorValue((byte) 7);
            workbook.write(out);
            return unpacked(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts in their order. */
    public static Map<String, byte[]> unpacked(byte[] archive) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static Map<String, byte[]> ods() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", Zips.text("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", Zips.text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <d><body><spreadsheet><table name="Một"><table-row number-rows-repeated="3"><table-cell number-columns-repeated="4"/></table-row>
                <table-row><covered-table-cell/><table-cell value-type="float" value="217"><p>217</p></table-cell>
                <table-cell value-type="string"><annotation><p>ghi chú</p></annotation><p>một<s c="2"/>hai<tab/>ba</p><p>bốn<line-break/></p></table-cell>
                <table-cell value-type="percentage" value="0.25" number-columns-repeated="2"><p>25%</p></table-cell>
                <table-cell value-type="date" formula="of:=[.A1]"><p>01/11/2018</p></table-cell></table-row></table>
                <named-expressions><named-range name="gb_x" base-cell-address="$'Một'.$A$1" cell-range-address="$'Một'.$B$4"/></named-expressions>
                </spreadsheet></body></d>
                """));
        return parts;
    }
}
