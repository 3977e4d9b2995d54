package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A Word file that still holds comments or tracked changes says more than its pages show. */
class HiddenWordsTest {

    private static boolean hidden(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var at = 0; at < namesAndTexts.length; at += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[at]));
                zip.write(namesAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return HiddenWords.in(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void commentsAndTrackedChangesAreFoundWhereverTheyStand() throws IOException {
        assertThat(hidden("word/document.xml", "<w:p/>", "word/comments.xml", "<w:comments/>"))
                .isTrue();
        assertThat(hidden("word/document.xml", "<w:p><w:del w:id=\"1\">kín</w:del></w:p>"))
                .isTrue();
        assertThat(hidden("a.xml", "", "word/document.xml", "<w:ins w:author=\"ai\">thêm</w:ins>"))
                .isTrue();
    }

    @Test
    void aCleanFileAndWhatIsNoWordFileAreLetThrough() throws IOException {
        assertThat(hidden("word/document.xml", "<w:p><w:instrText/><w:delText/></w:p>"))
                .isFalse();
        assertThat(HiddenWords.in(new ByteArrayInputStream(PressOffice.PDF))).isFalse();
    }
}
