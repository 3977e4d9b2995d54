package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Refused;
import org.giaoban.proofreading.Kind;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest(story = "vu-quang-2018-11")
class EnglishProofTest {

    @Autowired
    ArticleProof proof;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Submission submission;

    @Autowired
    Figures register;

    @Autowired
    CurrentViewer viewer;

    Viewer author;

    @BeforeEach
    void theEditor() {
        author = newsroom.author();
    }

    @Test
    void anEnglishTextWithoutFaultsGoesToTheSecondPersonAtOnce() {
        var id = english(
                "<p>On Monday, 5 November 2018, the district held its monthly briefing with 1,250 members, including"
                        + " 800 men and 450 women, 64% of them from the communes.</p>");

        assertThat(viewer.as(author, () -> proof.remarks(id))).isEmpty();
        viewer.run(author, () -> submission.submit(id));

        assertThat(viewer.as(author, () -> articles.get(id).version().state())).isEqualTo(Version.State.SUBMITTED);
    }

    @Test
    void numbersBehindAMonthAreNoDays() {
        for (var words : List.of(
                "In October 95% of branches met.",
                "In March 64.5% of them met.", "In March 45 members joined.", "In October 1,250 members met.")) {
            var id = english("<p>" + words + "</p>");

            viewer.run(author, () -> submission.submit(id));
        }
    }

    @Test
    void impossibleDaysKeepAnEnglishTextBack() {
        for (var day : List.of("31 April 2018", "April 31, 2018", "31/4/2018")) {
            var id = english("<p>The meeting took place on " + day + ".</p>");

            assertThatThrownBy(() -> viewer.run(author, () -> submission.submit(id)))
                    .as(day)
                    .isInstanceOf(Refused.class)
                    .extracting(thrown -> ((Refused) thrown).key())
                    .isEqualTo("portal.proof.blocks");
        }
    }

    @Test
    void numbersAreReadAsEnglishWritesThem() {
        assertThat(kinds("<p>The district has 1,250 members, including 800 men and 420 women.</p>"))
                .containsExactly(Kind.SUM);
        assertThat(kinds("<p>Altogether 1,250 + 1,300 = 2,550 and 1.5 + 1.7 = 3.2.</p>"))
                .isEmpty();
        assertThat(kinds("<p>The work began on Tuesday, 5 November 2018, and on 2 October.</p>"))
                .containsExactlyInAnyOrder(Kind.WEEKDAY, Kind.DATE_WITHOUT_YEAR);
        assertThat(kinds("<p>The term 2020-2015 was long.</p>")).containsExactly(Kind.TERM_REVERSED);
    }

    @Test
    void theRegisterIsAskedByItsEnglishNames() {
        var value = viewer.as(author, () -> register.value(newsroom.unit(), Period.month(2018, 10), "TC10"))
                .amount()
                .orElseThrow();
        var written = String.format(java.util.Locale.ENGLISH, "%,d", value.toBigInteger());

        assertThat(kinds("<p>At the end of the period the district has " + written + " members.</p>"))
                .contains(Kind.FIGURE_UNBOUND);
    }

    private List<Kind> kinds(String body) {
        var id = english(body);
        return viewer.as(author, () -> proof.remarks(id)).stream()
                .map(remark -> remark.kind())
                .toList();
    }

    private ArticleId english(String body) {
        return viewer.as(author, () -> {
            var original =
                    articles.start(newsroom.unit(), Newsroom.story("Giao ban " + System.nanoTime(), "<p>Bài gốc.</p>"));
            var id = articles.startInEnglish(original);
            var version = articles.get(id).version();
            var story = new Version.Story(
                    "xay-dung-dang",
                    "Monthly briefing of the district",
                    "Branches review their work.",
                    body,
                    new Version.Credit("Thu Hà", ""),
                    new Version.Picture(null, "", ""),
                    "");
            articles.save(id, version.hands().revision(), story);
            return id;
        });
    }
}
