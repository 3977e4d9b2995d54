package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class FigureSearchTest {

    @Autowired
    FigureSearch search;

    @Autowired
    FigurePeriods periods;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Figures register;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    MockMvcTester mvc;

    UnitId unit;
    Viewer author;
    ArticleId article;

    @BeforeEach
    void aDraft() {
        unit = newsroom.unit();
        author = newsroom.author();
        article = newsroom.draft(Newsroom.story("Số liệu " + System.nanoTime(), "<p>Bài.</p>"));
    }

    @Test
    void figuresOfAnyNamedPeriodAreFoundAndTaken() {
        for (var typed :
                new String[] {"quý 3/2018", "9 tháng 2018", "6 tháng đầu năm 2018", "tháng 8 đến tháng 10/2018"}) {
            var period = TypedPeriod.read(typed).orElseThrow();
            var found = look("ket nap", typed);

            assertThat(found.period()).as(typed).isEqualTo(period.code());
            assertThat(found.found())
                    .as(typed)
                    .anyMatch(each -> each.indicator().equals("TC17") && each.there());
            var frozen = viewer.as(author, () -> search.take(article, unit.toString(), "TC17", typed));
            assertThat(frozen.ref().period()).as(typed).isEqualTo(period);
            assertThat(frozen.figure())
                    .as(typed)
                    .isEqualTo(viewer.as(author, () -> register.value(unit, period, "TC17")));
        }
    }

    @Test
    void theUsualPeriodsHoldMonthsQuartersYearsAndTheTerm() {
        var usual = viewer.as(author, () -> periods.usual(unit));

        assertThat(usual.keySet())
                .startsWith("2018-10", "2018-YTD-10")
                .contains("2018-Q3", "2018-9M", "2018-6M", "2017", "2014", "2017-H2", "2017-11");
        assertThat(usual.values()).anyMatch(each -> each.startsWith("Nhiệm kỳ"));
        usual.keySet()
                .forEach(code -> assertThat(viewer.as(author, () -> periods.of(unit, code)))
                        .isEqualTo(Period.parse(code)));
    }

    @Test
    void whatIsNoPeriodIsSaidAndNothingIsTaken() {
        assertThat(look("ket nap", "hôm kia").wrong()).contains("hôm kia");
        assertThat(look("ket nap", "năm 2031").wrong()).contains("năm 2031");
        assertThatThrownBy(() -> viewer.as(author, () -> search.take(article, unit.toString(), "TC17", "năm 2031")))
                .isInstanceOf(Refused.class);
        var elsewhere = organization.idOf("SL-01").toString();
        assertThatThrownBy(() -> viewer.as(author, () -> search.take(article, "no unit", "TC17", "2018-10")))
                .isInstanceOf(Refused.class);
        assertThat(viewer.as(author, () -> search.take(article, elsewhere, "TC17", "2018-10"))
                        .ref()
                        .unit())
                .isEqualTo(organization.idOf("SL-01"));
    }

    @Test
    void wordsOfTheNameAreEnoughAndATypedPeriodCountsBeforeTheChosenOne() {
        assertThat(look("TC17", "").found()).hasSize(1);
        assertThat(look("khong co chi tieu nao nhu the", "").found()).isEmpty();
        assertThat(mvc.get()
                        .uri("/articles/" + article + "/figures")
                        .param("q", "kết nạp")
                        .param("period", "2018-10")
                        .param("typed", "quý 3/2018")
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("Số của quý III/2018", "value=\"2018-Q3\"");
    }

    @Test
    void withoutAScriptTheFigureStandsAtTheEndOfTheText() {
        assertThat(mvc.post()
                        .uri("/articles/" + article + "/figures/append")
                        .param("unit", unit.toString())
                        .param("indicator", "TC17")
                        .param("period", "2018-Q3")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatus(HttpStatus.SEE_OTHER);

        var body =
                viewer.as(author, () -> articles.get(article).version().story().body());
        assertThat(ArticleHtml.figures(body)).hasSize(1);
        assertThat(ArticleHtml.plain(body)).startsWith("Bài.");
    }

    @Test
    void theButtonOfTheEditorTakesATypedPeriodToo() {
        assertThat(mvc.post()
                        .uri("/articles/" + article + "/figures")
                        .param("indicator", "TC17")
                        .param("period", "9 tháng 2018")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.id", id -> id.assertThat().isNotNull());
    }

    private FigureSearch.SearchPage look(String words, String typed) {
        return viewer.as(author, () -> search.page(article, new FigureSearch.Wanted(words, "", "", typed)));
    }
}
