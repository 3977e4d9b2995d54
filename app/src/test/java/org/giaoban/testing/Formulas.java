package org.giaoban.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads lists as the spreadsheet programs of offices do and tells which cells they would calculate. */
public final class Formulas {

    private static final String BEGIN = "=+-@＝＋－＠";
    private static final Pattern FORMULA = Pattern.compile("<f(?:\\s[^>]*)?>([^<]*)</f>");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private Formulas() {}

    /** By commas, semicolons and tabs: which of them a program takes depends on the country it is set to. */
    public static List<String> inCsv(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8);
        var found = new ArrayList<String>();
        for (var mark : new char[] {',', ';', '\t'}) {
            cells(text.startsWith("\ufeff") ? text.substring(1) : text, mark).stream()
                    .filter(Formulas::calculated)
                    .forEach(found::add);
        }
        return found;
    }

    /** Every formula of every sheet. */
    public static List<String> inWorkbook(byte[] file) {
        return FORMULA.matcher(parts(file, "xl/worksheets/"))
                .results()
                .map(formula -> formula.group(1))
                .toList();
    }

    /** All that is written in the file, as it is written. */
    public static String texts(byte[] file) {
        return parts(file, "xl/");
    }

    private static String parts(byte[] file, String folder) {
        var parts = new StringBuilder();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".xml")) {
                    parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString();
    }

    private static boolean calculated(String cell) {
        var seen = cell.replaceFirst("^[\\s\\p{Cntrl}\\p{Cf}\\p{Z}]+", "");
        return !seen.isEmpty()
                && BEGIN.indexOf(seen.charAt(0)) >= 0
                && !NUMBER.matcher(seen.replace("\"", "")).matches();
    }

    /** A quotation mark counts only where a cell begins, as in the programs themselves. */
    private static List<String> cells(String text, char mark) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (quoted && letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (letter == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && (letter == mark || letter == '\n' || letter == '\r')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
