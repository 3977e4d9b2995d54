package org.giaoban.spreadsheets;

import java.util.Arrays;
import java.util.List;
import org.giaoban.files.UnsafeZip;
import org.giaoban.files.ZipCheck;
import org.giaoban.platform.Quarantine;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** Opens a workbook: looks through the archive first, then reads it front to back; never runs or fetches anything. */
public final class SpreadsheetReader {

    /** No workbook of ours comes near this. */
    public static final int MAX_BYTES = 10 << 20;

    private static final ZipCheck.Limits LIMITS = new ZipCheck.Limits(48L << 20, 1_000, 250);
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final List<String> MACROS = List.of("xl/vbaProject", "xl/macrosheets/", "Basic/", "Scripts/");
    private static final List<String> EMBEDDED = List.of("xl/embeddings/", "xl/activeX/", "xl/ctrlProps/", "Object ");

    private SpreadsheetReader() {}

    /** The workbook, or {@link UnreadableSpreadsheet}. */
    public static Spreadsheet read(byte[] bytes) {
        try {
            return Quarantine.read(UnreadableSpreadsheet.class, () -> open(bytes));
        } catch (Quarantine.Unread e) {
            throw new UnreadableSpreadsheet(
                    switch (e.why()) {
                        case BUSY -> Why.BUSY;
                        case TOO_LONG -> Why.TOO_LARGE;
                        case BROKEN -> Why.BROKEN;
                    });
        }
    }

    /** Without the walls around it: what comes out of here other than a workbook or a reason is a fault of ours. */
    static Spreadsheet open(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadableSpreadsheet(Why.EMPTY_FILE);
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        if (startsWith(bytes, OLE)) {
            throw new UnreadableSpreadsheet(Why.OLD_OR_LOCKED);
        }
        if (!startsWith(bytes, new byte[] {'P', 'K'})) {
            throw new UnreadableSpreadsheet(Why.NOT_A_SPREADSHEET);
        }
        var names = entries(bytes);
        refuse(names, MACROS, Why.MACROS);
        refuse(names, List.of("xl/externalLinks/"), Why.EXTERNAL_LINKS);
        refuse(names, EMBEDDED, Why.EMBEDDED_OBJECTS);
        if (names.contains("xl/workbook.xml")) {
            return new XlsxReader(Parts.of(bytes, "xl/")).read();
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            return OdsReader.read(Parts.of(bytes, "content.xml", "mimetype"));
        }
        throw new UnreadableSpreadsheet(Why.NOT_A_SPREADSHEET);
    }

    private static List<String> entries(byte[] bytes) {
        try {
            return ZipCheck.inspect(bytes, LIMITS).stream()
                    .map(ZipCheck.Entry::name)
                    .toList();
        } catch (UnsafeZip e) {
            throw new UnreadableSpreadsheet(e.why() == UnsafeZip.Why.BROKEN ? Why.BROKEN : Why.BOMB);
        }
    }

    private static void refuse(List<String> names, List<String> prefixes, Why why) {
        if (names.stream().anyMatch(name -> prefixes.stream().anyMatch(name::startsWith))) {
            throw new UnreadableSpreadsheet(why);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
