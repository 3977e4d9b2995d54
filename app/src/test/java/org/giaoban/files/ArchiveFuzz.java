package org.giaoban.files;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.testing.Havoc;

/** Whatever is done to an archive, it is opened within its limits or refused. */
public final class ArchiveFuzz {

    private static final List<Map<String, byte[]>> PARTS = List.of(parts());
    private static final List<byte[]> WHOLE = List.of(Zips.of(parts()));

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] program) {
        var odd = program.length % 2 == 1;
        var bytes = odd ? Havoc.archive(program, PARTS) : Havoc.file(program, WHOLE);
        Sniffer.head(bytes.length > Sniffer.HEAD ? java.util.Arrays.copyOf(bytes, Sniffer.HEAD) : bytes);
        Sniffer.openDocument(bytes);
        try {
            if (Bundle.archive(bytes)) {
                Bundle.open(bytes).forEach(item -> item.name().length());
            }
            Sniffer.inside(ZipCheck.inspect(bytes, ZipCheck.Limits.DOCUMENT));
        } catch (UnsafeZip refused) {
            refused.why().name();
        }
    }

    private static Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("Báo cáo/tháng 10.xlsx", "một".getBytes(StandardCharsets.UTF_8));
        parts.put("__MACOSX/x", new byte[3]);
        parts.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        parts.put("word/document.xml", "<a/>".repeat(300).getBytes(StandardCharsets.UTF_8));
        return parts;
    }
}
