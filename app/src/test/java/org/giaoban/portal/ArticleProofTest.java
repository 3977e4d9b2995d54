package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;
import org.giaoban.proofreading.Kind;
import org.giaoban.proofreading.Remark;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class ArticleProofTest {

    private static final Period OCTOBER = Period.month(2018, 10);

    @Autowired
    ArticleProof proof;

    @Autowired
    Articles articles;

    @Autowired
    Submission submission;

    @Autowired
    Seals seals;

    @Autowired
    CorrectedArticles corrected;

    @Autowired
    FigureRound round;

    @Autowired
    FigureRenewal renewal;

    @Autowired
    BoundFigures bound;

    @Autowired
    Figures register;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    DSLContext db;

    @Autowired
    MockMvcTester mvc;

    Viewer author;

    @BeforeEach
    void theEditor() {
        author = newsroom.author();
    }

    @Test
    void aNumberTheRegisterKnowsIsBoundWithOneClick() {
        var value = viewer.as(author, () -> register.value(newsroom.unit(), OCTOBER, "TC10"))
                .amount()
                .orElseThrow();
        var id = draft("<p>Đến hết tháng 10/2018, toàn đảng bộ có <b>" + value.toBigInteger() + "</b> đảng viên.</p>");
        var remark = only(id, Kind.FIGURE_UNBOUND);

        viewer.run(author, () -> proof.mend(id, remark.key(), 0));

        var body = viewer.as(author, () -> articles.get(id).version().story().body());
        assertThat(ArticleHtml.figures(body)).hasSize(1);
        assertThat(ArticleHtml.plain(body))
                .startsWith("Đến hết tháng 10/2018, toàn đảng bộ có")
                .endsWith("đảng viên.");
        assertThat(remarks(id)).isEmpty();
    }

    @Test
    void whatBlocksKeepsADraftBackAndWarningsWantToBeSeen() {
        var id = draft("<p>Hội nghị họp ngày 31/4/2018 bàn việc tiển khai nghị quyết.</p>");

        assertThatThrownBy(() -> viewer.run(author, () -> submission.submit(id)))
                .isInstanceOf(Refused.class)
                .extracting(thrown -> ((Refused) thrown).key())
                .isEqualTo("portal.proof.blocks");
        viewer.run(author, () -> {
            var version = articles.get(id).version();
            var mended = "<p>Hội nghị họp ngày 30/4/2018 bàn việc tiển khai nghị quyết.</p>";
            articles.save(id, version.hands().revision(), version.story().withBody(mended));
        });
        assertThatThrownBy(() -> viewer.run(author, () -> submission.submit(id)))
                .isInstanceOf(Refused.class)
                .extracting(thrown -> ((Refused) thrown).key())
                .isEqualTo("portal.proof.unseen");
        var remark = only(id, Kind.SPELLING);
        viewer.run(author, () -> proof.see(id, List.of(remark.key(), "no key")));
        viewer.run(author, () -> submission.submit(id));

        assertThat(viewer.as(author, () -> articles.get(id).version().state())).isEqualTo(Version.State.SUBMITTED);
    }

    @Test
    void theListWorksWithoutAScript() {
        var id = draft("<p>Các chi bộ tiển khai nghị quyết sáng ngày 2/10.</p>");
        assertThat(mvc.get().uri("/articles/" + id + "/proof").with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("<mark>tiển khai</mark>", "Sửa thành: triển khai", "Sửa thành: 2/10/2018", "Đã xem");

        assertThat(mvc.post()
                        .uri("/articles/" + id + "/proof/mend")
                        .param("key", only(id, Kind.SPELLING).key())
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/articles/" + id + "/proof");
        assertThat(mvc.post()
                        .uri("/articles/" + id + "/proof/seen")
                        .param("key", only(id, Kind.DATE_WITHOUT_YEAR).key())
                        .param("back", "//elsewhere.example")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasHeader("Location", "/articles/" + id + "/proof");
        assertThat(viewer.as(author, () -> articles.get(id).version().story().body()))
                .contains("triển khai");
        assertThat(viewer.as(author, () -> proof.seen(id))).hasSize(1);
        assertThat(mvc.get().uri("/articles/" + id + "/proof").with(SignIn.as(accounts, "xa01")))
                .hasStatus4xxClientError();
    }

    @Test
    void whileWritingNothingIsKeptAndMendsComeBackToTheEditor() {
        var id = draft("<p>Bản đã lưu.</p>");
        assertThat(mvc.post()
                        .uri("/articles/" + id + "/proof/look")
                        .param("title", "Giao ban")
                        .param("body", "<p>Các <i>nghành</i> phối hợp, 22 + 20 = 43.</p>")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("<mark>nghành</mark>", "Các phần cộng lại là 42, bài ghi 43.", "data-mend")
                .doesNotContain("<html");
        var key = viewer.as(
                        author,
                        () -> proof.remarks(
                                proof.matter(articles.get(id)),
                                ArticleWords.of(Newsroom.story("Giao ban", "<p>Các <i>nghành</i> họp.</p>"), List.of()),
                                true))
                .getFirst()
                .key();
        assertThat(mvc.post()
                        .uri("/articles/" + id + "/proof/try")
                        .param("title", "Giao ban")
                        .param("body", "<p>Các <i>nghành</i> họp.</p>")
                        .param("key", key)
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.text")
                .isEqualTo("<p>Các <i>ngành</i> họp.</p>");
        assertThat(viewer.as(author, () -> articles.get(id).version().story().body()))
                .contains("Bản đã lưu");
    }

    @Test
    void aSealHoldsUntilTheRowsAreTamperedWith() {
        var id = published();
        assertThat(seals.of(id)).hasValueSatisfying(seal -> {
            assertThat(seal.holds()).isTrue();
            assertThat(seal.figures()).isEqualTo(1);
        });

        db.execute("update indicators.frozen_figure set value = value + 1 where id = ?", figure(id));

        assertThat(seals.of(id))
                .hasValueSatisfying(seal -> assertThat(seal.holds()).isFalse());
        var slug = viewer.as(author, () -> articles.get(id).article().slug());
        assertThat(mvc.get().uri("/tin/xay-dung-dang/" + slug))
                .hasStatusOk()
                .bodyText()
                .contains("không còn khớp với bản đã duyệt");
    }

    @Test
    void aLaterCorrectionComesToTheDeskAndIsOneClickAway() {
        var id = published();
        round.run();
        assertThat(viewer.as(author, () -> corrected.mine(50)))
                .noneMatch(each -> each.article().equals(id));

        viewer.run(
                Viewer.SYSTEM,
                () -> register.put(
                        new FactSource("history", UUID.randomUUID(), "Sửa số"),
                        organization.idOf("SL-01"),
                        OCTOBER,
                        List.of(new Fact("TC17", Figure.of(777), null))));
        round.run();
        assertThat(viewer.as(author, () -> corrected.mine(50)))
                .anyMatch(each -> each.article().equals(id));
        viewer.run(author, () -> renewal.correct(id));

        var story = viewer.as(author, () -> articles.get(id).version().story());
        assertThat(story.correction()).contains("bài ghi", "nay sửa là");
        assertThat(renewal.moved(story)).isEmpty();
        assertThatThrownBy(() -> viewer.run(author, () -> renewal.correct(id))).isInstanceOf(Refused.class);
    }

    private ArticleId published() {
        var figure = viewer.as(author, () -> bound.take(newsroom.unit(), "TC17", OCTOBER));
        var body = "<p>Kết nạp " + ArticleHtml.bound(figure.id(), figure.text()) + " đảng viên.</p>";
        return newsroom.published(Newsroom.story("Bài có số liệu " + System.nanoTime(), body));
    }

    private UUID figure(ArticleId id) {
        return viewer.as(
                        author,
                        () -> ArticleHtml.figures(
                                articles.get(id).version().story().body()))
                .iterator()
                .next();
    }

    private ArticleId draft(String body) {
        return newsroom.draft(Newsroom.story("Giao ban " + System.nanoTime(), body));
    }

    private List<Remark> remarks(ArticleId id) {
        return viewer.as(author, () -> proof.remarks(id));
    }

    private Remark only(ArticleId id, Kind kind) {
        var found = remarks(id).stream().filter(each -> each.kind() == kind).toList();
        assertThat(found).as("%s in %s", kind, remarks(id)).hasSize(1);
        return found.getFirst();
    }
}
