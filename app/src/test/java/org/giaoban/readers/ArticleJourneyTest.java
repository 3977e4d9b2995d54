package org.giaoban.readers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.testing.Axe;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a reader's browser does with a public article: letters, contrast, share, print, stars, a mistake pointed at, a voice. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ArticleJourneyTest {

    /** What a device would do, kept for the test to look at. */
    private static final String DEVICE = """
            window.said = []; window.printed = 0;
            window.print = () => { window.printed++; };
            Object.defineProperty(navigator, 'share', { configurable: true, writable: true,
                value: async what => { window.shared = what; } });
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
                speaking: false,
                getVoices: () => [{ lang: 'en-GB', name: 'E' }, { lang: 'vi-VN', name: 'V' }],
                addEventListener() {},
                speak(one) { this.speaking = true; window.said.push(one); },
                cancel() { this.speaking = false; window.stopped = true; } } });
            """;

    @LocalServerPort
    int port;

    @Autowired
    Visitors visitors;

    @Autowired
    DSLContext db;

    BrowserContext context;

    @BeforeEach
    void aReader() {
        db.execute("delete from identity.attempt");
        context = Browsers.context(1440);
        context.addInitScript(DEVICE);
    }

    @AfterEach
    void leaves() {
        context.close();
    }

    @Test
    void lettersAndContrastStayFromPageToPageAndNothingIsHardToRead() {
        var page = opened(visitors.article("lam-4-km"));
        var before = letters(page);
        page.locator("[data-letters=large]").click();
        page.locator("[data-toggle-contrast]").click();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-size", "large");
        assertThat(page.locator("html")).hasAttribute("data-contrast", "high");
        assertThat(page.locator("[data-letters=large]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("[data-letters=normal]")).hasAttribute("aria-pressed", "false");
        assertThat(page.locator("[data-toggle-contrast]")).hasAttribute("aria-pressed", "true");
        assertThat(letters(page)).isGreaterThan(before);
        for (var theme : List.of("light", "dark")) {
            page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme }", theme);
            assertThat(Axe.violations(page)).as(theme).isEmpty();
        }
        page.setViewportSize(390, 844);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        page.locator("[data-letters=small]").click();
        assertThat(letters(page)).isLessThan(before);
        page.locator("[data-letters=normal]").click();
        page.locator("[data-toggle-contrast]").click();
        assertThat(letters(page)).isEqualTo(before);
        assertThat(page.locator("html")).hasAttribute("data-contrast", "normal");
        assertThat(page.locator("[data-toggle-contrast]")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void anArticleIsSharedByItsLastingAddressAndPrintedAlone() {
        var article = visitors.article("lam-4-km");
        var page = opened(article);
        page.locator("[data-share]").click();
        assertThat(page.evaluate("shared.url")).asString().endsWith(article.href());
        page.evaluate("navigator.share = undefined;"
                + "navigator.clipboard.writeText = async text => { window.copied = text; }");
        page.locator("[data-share]").click();
        assertThat(page.locator("[data-share] [role=status]")).hasText("Đã chép đường dẫn");
        assertThat(page.evaluate("copied")).isEqualTo(page.evaluate("shared.url"));

        page.locator("[data-print]").click();
        assertThat(page.evaluate("printed")).isEqualTo(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("article h1")).isVisible();
        assertThat(page.locator(".gb-body")).isVisible();
        for (var aside : List.of(".gb-acts", ".gb-tools", "aside", ".gb-stars", "[data-report]")) {
            assertThat(page.locator(aside)).isHidden();
        }
    }

    @Test
    void wordsThatAreSelectedGoWithTheReportOfAMistake() {
        var page = opened(visitors.article("to-tiet-kiem"));
        assertThat(page.locator("[data-report-float]")).isHidden();
        var paragraph = page.locator(".gb-body p").first();
        paragraph.click(new com.microsoft.playwright.Locator.ClickOptions().setClickCount(3));
        var words = paragraph.innerText().replaceAll("\\s+", " ").strip();
        page.locator("[data-report-float]").click();

        page.waitForURL("**/bao-loi?doan=*");
        assertThat(page.locator("#f-quote"))
                .hasValue(words.substring(0, Math.min(500, words.length())).strip());
        page.fill("#f-remark", "Đoạn này nhầm số");
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/cam-on?viec=bao-loi");
        assertThat(db.fetchSingle("select quote from readers.error_report where remark = 'Đoạn này nhầm số'")
                        .get(0, String.class))
                .isNotBlank()
                .isSubstringOf(words);
    }

    @Test
    void aStarIsSentWhereItIsChosenAndTheLastOneCounts() {
        var article = visitors.article("doan-vien-song-lam");
        var page = opened(article);
        var told = page.locator("[data-rating-words]");
        assertThat(page.locator("[data-rating] button")).isHidden();
        page.locator("label[for=star-4]").click();
        assertThat(told).hasText("4/5 sao, 1 lượt đánh giá");
        page.keyboard().press("ArrowRight");
        assertThat(told).hasText(Pattern.compile("(3|5)/5 sao, 1 lượt đánh giá"));
        assertThat(page.url()).endsWith(article.href());
    }

    @Test
    void aTextIsReadAloudOnceInItsOwnLanguageWithItsCaptions() {
        var page = opened(visitors.article("lam-4-km"));
        page.evaluate("document.querySelector('.gb-body').insertAdjacentHTML('beforeend',"
                + " '<ul><li><p>Chỉ đọc một lần</p></li></ul>')");
        page.locator("[data-aloud]").click();
        assertThat(page.locator("[data-aloud]")).hasAttribute("aria-pressed", "true");
        assertThat(said(page))
                .startsWith(page.locator("article h1").innerText())
                .contains("Đường thôn sau khi mở rộng (tranh minh họa).", "Ngày thông xe (tranh minh họa).")
                .containsOnlyOnce("Chỉ đọc một lần");
        assertThat(spoken(page)).containsOnly("vi vi-VN");
        page.locator("[data-aloud]").click();
        assertThat(page.evaluate("stopped")).isEqualTo(true);
        assertThat(page.locator("[data-aloud]")).hasAttribute("aria-pressed", "false");

        var english = opened(visitors.article("lam-thuong-commune"));
        assertThat(english.locator("html")).hasAttribute("lang", "vi");
        english.locator("[data-aloud]").click();
        assertThat(spoken(english)).isNotEmpty().containsOnly("en en-GB");
    }

    private Page opened(PublishedArticle article) {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + article.href());
        return page;
    }

    private static double letters(Page page) {
        return ((Number) page.evaluate("parseFloat(getComputedStyle(document.querySelector('.gb-body p')).fontSize)"))
                .doubleValue();
    }

    private static List<String> said(Page page) {
        return texts(page.evaluate("said.map(one => one.text)"));
    }

    private static List<String> spoken(Page page) {
        return texts(page.evaluate("said.map(one => one.lang + ' ' + one.voice?.lang)"));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
