package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHtmlTest {

    private static final UUID FIGURE = UUID.fromString("01924f6e-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<script>alert(1)</script></p>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<p onclick=\"alert(1)\" style=\"position:fixed\">a</p>",
                "<svg><animate onbegin=alert(1) attributeName=x></svg>",
                "<p hx-get=\"/articles\" hx-trigger=\"load\">a</p>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form action=\"/logout\"><button>a</button></form>",
                "<span data-figure=\"x\" onmouseover=alert(1)>a</span>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>"
            })
    void nothingThatRunsOrReachesOutsideSurvives(String attack) {
        var clean = ArticleHtml.clean(attack).toLowerCase(java.util.Locale.ROOT);

        assertThat(clean)
                .doesNotContain("<script", "javascript:", "onerror", "onclick", "style=", "<svg", "hx-get", "<iframe")
                .doesNotContain("onbegin", "<form", "onmouseover", "data:", "<img");
        assertThat(ArticleHtml.clean(clean)).isEqualTo(ArticleHtml.clean(ArticleHtml.clean(clean)));
    }

    @Test
    void whatAnArticleNeedsStays() {
        var html = "<h2>Kết quả</h2><p>Có <strong>43</strong> tổ chức, <em>trong đó</em>…</p>"
                + "<ul><li>Một</li></ul><table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>";

        assertThat(ArticleHtml.clean(html)).isEqualTo(html);
        assertThat(ArticleHtml.clean("<a href=\"/documents\">a</a>")).contains("href=\"/documents\"");
    }

    @Test
    void bothUnicodeFormsBecomeOne() {
        assertThat(ArticleHtml.clean("<p>Hô\u0323i nghi\u0323</p>")).isEqualTo("<p>Hội nghị</p>");
    }

    @Test
    void theRegistersWordCountsAndNotWhatWasTypedOverIt() {
        var body = ArticleHtml.clean("<p>Kết nạp " + ArticleHtml.bound(FIGURE, "16") + " người</p>");
        assertThat(ArticleHtml.figures(body)).containsExactly(FIGURE);

        var typedOver = body.replace(">16<", ">99<");
        var shown = ArticleHtml.shown(typedOver, Map.of(FIGURE, "16"), bound -> new Element("b").text(bound.text()));

        assertThat(shown).isEqualTo("<p>Kết nạp <b>16</b> người</p>");
    }

    @Test
    void aFigureThatIsNotInTheRegisterIsPlainText() {
        var body = "<p>" + ArticleHtml.bound(FIGURE, "16") + "</p>";

        assertThat(ArticleHtml.shown(body, Map.of(), bound -> new Element("b"))).isEqualTo("<p>16</p>");
    }

    @Test
    void aFigureIsRenewedWhereverItStands() {
        var other = UUID.fromString("01924f6e-0000-7000-8000-000000000002");
        var body = "<p>" + ArticleHtml.bound(FIGURE, "16") + " … " + ArticleHtml.bound(FIGURE, "16") + "</p>";

        var renewed = ArticleHtml.rebound(body, FIGURE, other, "17");

        assertThat(ArticleHtml.figures(renewed)).containsExactly(other);
        assertThat(ArticleHtml.plain(renewed)).isEqualTo("17 … 17");
    }
}
