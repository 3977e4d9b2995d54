package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.giaoban.search.SearchWords;
import org.junit.jupiter.api.Test;

class MarkedTest {

    @Test
    void wholeWordsAreMarkedWithTheirTonesHoweverTheyWereTyped() {
        assertThat(shown(Marked.of("Đảng bộ huyện kết nạp đảng viên", SearchWords.of("ket nap DANG"))))
                .isEqualTo("[Đảng] bộ huyện [kết] [nạp] [đảng] viên");
        assertThat(shown(Marked.of("Lan toả, lan can", SearchWords.of("la")))).isEqualTo("Lan toả, lan can");
        assertThat(shown(Marked.of("<b>kết</b>", SearchWords.of("ket")))).isEqualTo("<b>[kết]</b>");
        assertThat(shown(Marked.of("", SearchWords.of("ket")))).isEmpty();
    }

    @Test
    void theExcerptIsTheLeadOrThePlaceWhereTheWordsStand() {
        var body = "đầu ".repeat(100) + "Toàn xã trồng chè Shan cổ thụ. " + "cuối ".repeat(100);
        assertThat(shown(Marked.excerpt("Xã trồng chè.", () -> body, SearchWords.of("che"))))
                .isEqualTo("Xã trồng [chè].");
        assertThat(shown(Marked.excerpt("Đoạn dẫn khác.", () -> body, SearchWords.of("che shan"))))
                .contains("[chè] [Shan] cổ thụ")
                .startsWith("… ")
                .endsWith(" …")
                .hasSizeLessThan(300);
        assertThat(shown(Marked.excerpt("Đoạn dẫn khác.", () -> body, SearchWords.of("vang mat"))))
                .isEqualTo("Đoạn dẫn khác.");
    }

    private static String shown(Marked marked) {
        return marked.pieces().stream()
                .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
