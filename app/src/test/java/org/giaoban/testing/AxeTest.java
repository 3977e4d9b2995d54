package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The checker behind the crawl of all pages sees what it is there for. */
class AxeTest {

    @Test
    void namesWhatIsWrongAndWhereAndNothingOnAGoodPage() {
        try (var context = Browsers.context(390)) {
            var page = context.newPage();
            page.setContent("""
                    <html lang="vi"><title>Trang</title><main><h1>Trang</h1><img id="anh" src="data:,">
                    <p id="mo" style="color: #ccc; background: #fff">Chữ quá nhạt để đọc</p></main>""");
            assertThat(Axe.violations(page)).containsExactlyInAnyOrder("image-alt at #anh", "color-contrast at #mo");

            page.evaluate("anh.alt = 'Ảnh'; mo.style.color = '#000'");
            assertThat(Axe.violations(page)).isEmpty();
        }
    }
}
