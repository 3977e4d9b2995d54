package org.giaoban.pageimport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.giaoban.testing.Havoc;

/** Whatever is done to a saved page, it is read. */
public final class PageFuzz {

    private static final PageReader READER = LabelledPages.reader();

    private static final List<byte[]> SEEDS = List.of(
            LabelledPages.bytes("known", "01-magazine.html"),
            LabelledPages.bytes("known", "05-copied-lines.txt"),
            LabelledPages.bytes("known", "07-old-typeface.html"),
            LabelledPages.bytes("known", "14-saved-from-word.txt"),
            "<table><tr><td>Tháng<td>10/2018<tr><td>a<td>1.234,5</table><pre>một\n hai</pre><li>b<img alt='Ảnh: A'>"
                    .getBytes(StandardCharsets.UTF_8));

    private PageFuzz() {}

    public static void fuzzerTestOneInput(byte[] program) {
        var read = READER.read(Havoc.file(program, SEEDS));
        DraftBody.html(read.body());
        PageReport.of(read, List.of());
    }
}
