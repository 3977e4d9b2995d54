package org.giaoban.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A list as a file: exactly the rows that were filtered. Text never becomes a formula. */
public record TableExport(String name, List<String> headers, List<? extends List<?>> rows) {

    private static final Pattern WRITTEN_SIGN = Pattern.compile("_x[0-9A-Fa-f]{4}_");

    /** A cell that opens a page of this installation: a figure and its passport. */
    public record Linked(@Nullable Object value, String path) {}

    /** The file in the asked format: "csv", anything else is .xlsx. */
    public ResponseEntity<byte[]> as(String format) {
        return format.equals("csv") ? csv() : xlsx();
    }

    public ResponseEntity<byte[]> xlsx() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Giao Ban", "1.0")) {
            var sheet = workbook.newWorksheet("Bảng");
            for (var column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
                sheet.style(0, column).bold().set();
            }
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    write(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(
                name + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                packedAnew(out.toByteArray()));
    }

    /** The library closes each part as only the largest archives do; readers that go from front to back, ours among them, stumble there. */
    private static byte[] packedAnew(byte[] written) {
        var out = new ByteArrayOutputStream(written.length);
        try (var parts = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(written))
                        .get();
                var anew = new ZipOutputStream(out)) {
            for (var entries = parts.getEntries(); entries.hasMoreElements(); ) {
                var part = entries.nextElement();
                anew.putNextEntry(new ZipEntry(part.getName()));
                parts.getInputStream(part).transferTo(anew);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(org.dhatim.fastexcel.Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Linked(var shown, var path) -> {
                sheet.hyperlink(row, column, new HyperLink(address(path), String.valueOf(shown)));
                write(sheet, row, column, shown);
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("dd/MM/yyyy").set();
            }
            // Spreadsheets read _x003D_ as a sign of its own; the text had it as it stands.
            default ->
                sheet.value(row, column, WRITTEN_SIGN.matcher(value.toString()).replaceAll("_x005F$0"));
        }
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path;
    }

    public ResponseEntity<byte[]> csv() {
        var text = new StringBuilder("\ufeff");
        text.append(line(headers));
        rows.forEach(row -> text.append(line(row)));
        return file(name + ".csv", "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<?> cells) {
        return cells.stream().map(TableExport::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(@Nullable Object written) {
        var value = written instanceof Linked linked ? linked.value() : written;
        var text = value == null ? "" : value.toString();
        var guarded = value instanceof Number ? text : FormulaGuard.guarded(text);
        return '"' + guarded.replace("\"", "\"\"") + '"';
    }

    /** A cell of a file of ours that came back: without what was put before it. */
    public static String unguarded(String cell) {
        return FormulaGuard.bare(cell);
    }

    /** An attachment with a name that every browser keeps. */
    public static ResponseEntity<byte[]> file(String name, String mediaType, byte[] content) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(mediaType))
                .body(content);
    }
}
