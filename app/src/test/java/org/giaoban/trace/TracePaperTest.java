package org.giaoban.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on A4: the whole way, and nothing of the frame. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TracePaperTest {

    private static final float A4_WIDTH = 595;

    @LocalServerPort
    private int port;

    @Test
    void theWayOfADirectiveIsOnPaperWithoutTheFrame() throws IOException {
        try (var browser = Browsers.context(1440)) {
            var page = Browsers.logIn(browser, port, "vanphong", "giaoban-2018");
            page.navigate("http://localhost:" + port + "/trace/directives?number=05-NQ/HU");

            try (var paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                assertThat(paper.getPage(0).getMediaBox().getWidth()).isBetween(A4_WIDTH - 1, A4_WIDTH + 1);
                assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                        .containsSubsequence(
                                "Tính đến 01/11/2018",
                                "05-NQ/HU Xây dựng nông thôn mới",
                                "Kết luận 4",
                                "Rà soát hộ chưa đạt tiêu chí nhà ở dân cư",
                                "Lam Thượng",
                                "KX07 Tiêu chí NTM")
                        .doesNotContain("Tìm kiếm", "Bảng giao ban", "Mở trang gốc");
            }
        }
    }
}
