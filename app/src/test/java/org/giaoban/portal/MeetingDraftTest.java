package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingReport;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class MeetingDraftTest {

    private static final Period OCTOBER = Period.month(2018, 10);

    @Autowired
    MeetingDraft drafts;

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    BoundFigures figures;

    @Autowired
    Meetings meetings;

    @Autowired
    Figures register;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    PortalSettings settings;

    @Autowired
    DSLContext db;

    @Autowired
    MockMvcTester mvc;

    Viewer editor;
    Viewer approver;
    MeetingId meeting;

    @BeforeEach
    void theOctoberBriefing() {
        editor = viewer("bientap");
        approver = viewer("duyet");
        meeting = viewer.as(editor, () -> meetings.forPeriod(organization.idOf("SL"), OCTOBER))
                .orElseThrow()
                .id();
    }

    @Test
    void theDraftSaysWhoChairedWithTheTitleOfThatDayAndBindsItsFigures() {
        var report = report();
        var story = draft().story();

        assertThat(ArticleHtml.plain(story.body()))
                .contains("Nguyễn Thị Hồng Liễu", "Phó Bí thư Thường trực Huyện ủy")
                .contains("kết nạp", "tháng 9/2018");
        assertThat(ArticleHtml.figures(story.body())).hasSizeGreaterThanOrEqualTo(2);
        assertThat(report.outcomes()).isNotEmpty();
    }

    @Test
    void theUnitsOfThoseWhoTookPartAreNamedAndNoOthers() {
        var day = LocalDate.of(2018, 10, 5);
        var units = db.fetch(
                        "select distinct unit_id from meetings.attendee where meeting_id = ? and unit_id <> ? order by unit_id",
                        meeting.value(),
                        organization.idOf("SL").value())
                .getValues(0, UUID.class);
        assertThat(units).hasSizeGreaterThan(2);
        db.execute(
                "update meetings.attendee set presence = 'PRESENT', reason = null where meeting_id = ?",
                meeting.value());
        db.execute(
                "update meetings.attendee set presence = 'ABSENT' where meeting_id = ? and unit_id = ?",
                meeting.value(),
                units.getFirst());
        var names = organization.shortNames(units.stream().map(UnitId::new).toList(), day);

        var told = viewer.as(editor, () -> drafts.story(report(), settings.draftWords()));

        var sentence = ArticleHtml.plain(told.body())
                .split("Các đơn vị có đại biểu dự: ")[1]
                .split("\\. ")[0];
        assertThat(sentence.split("; "))
                .containsExactlyInAnyOrderElementsOf(units.stream()
                        .skip(1)
                        .map(unit -> names.get(new UnitId(unit)))
                        .toList());
    }

    @Test
    void openConclusionsAreInItAndInternalOnesNowhere() {
        var september = viewer.as(editor, () -> meetings.forPeriod(organization.idOf("SL"), OCTOBER.previous()))
                .orElseThrow()
                .id();
        var report = viewer.as(editor, () -> meetings.report(september));
        var id = viewer.as(editor, () -> drafts.start(september.value()));
        var version = viewer.as(editor, () -> articles.get(id).version());
        var inside =
                report.outcomes().stream().filter(outcome -> !outcome.open()).toList();
        var told =
                report.outcomes().stream().filter(MeetingReport.Outcome::open).toList();

        assertThat(inside).isNotEmpty();
        assertThat(told).isNotEmpty();
        for (var outcome : inside) {
            assertThat(version.toString()).doesNotContain(outcome.text());
        }
        for (var item : report.agenda()) {
            item.notes()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> assertThat(version.toString()).doesNotContain(line.strip()));
        }
        for (var outcome : told) {
            assertThat(ArticleHtml.plain(version.story().body()))
                    .contains(outcome.text().replaceAll("\\.$", ""));
        }
    }

    @Test
    void theSameMeetingHasOneDraftHoweverOftenItIsAskedFor() {
        var first = viewer.as(editor, () -> drafts.start(meeting.value()));

        assertThat(viewer.as(editor, () -> drafts.start(meeting.value()))).isEqualTo(first);
        assertThatThrownBy(() -> viewer.as(viewer("xa01"), () -> drafts.start(meeting.value())))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.post()
                        .uri("/articles/from-meeting/" + meeting.value())
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/articles/" + first);
    }

    @Test
    void aFigureOpensItsPassportOnceItIsPublicAndIsMarkedWhenTheRegisterChanges() {
        var version = draft();
        var id = version.article();
        var figure = ArticleHtml.figures(version.story().body()).iterator().next();
        assertThat(mvc.get().uri("/so-lieu/" + figure)).hasStatus(HttpStatus.NOT_FOUND);
        if (version.state().open()) {
            viewer.run(editor, () -> articles.submit(id));
            viewer.run(
                    approver,
                    () -> publishing.publish(
                            id, articles.get(id).version().hands().revision()));
        }

        assertThat(mvc.get().uri("/so-lieu/" + figure))
                .hasStatusOk()
                .bodyText()
                .contains("Số liệu từ đâu?", "Theo tổ chức ngày 30/09/2018", "chưa có số liệu nào đứng sau");
        assertThat(mvc.get().uri("/so-lieu/" + figure).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html");
        var frozen = viewer.as(editor, () -> figures.find(figure).orElseThrow());
        assertThat(frozen.corrected()).isFalse();
        correct(frozen.ref().indicator(), frozen.ref().period());

        assertThat(mvc.get().uri("/so-lieu/" + figure))
                .bodyText()
                .contains("đã được sửa sau khi đăng", "1 số liệu đứng sau con số này đã được sửa, lần cuối lúc")
                .as("the public reads no unit's own value")
                .doesNotContain("777");
        assertThat(mvc.get().uri("/articles/" + id).with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("Sổ hiện ghi");
    }

    /** One commune reports once more, differently. */
    private void correct(String indicator, Period period) {
        var unit = organization.idOf("SL-01");
        var fact = new Fact(indicator, Figure.of(new BigDecimal("777")), null);
        viewer.run(
                Viewer.SYSTEM,
                () -> register.put(
                        new FactSource("history", UUID.randomUUID(), "Sửa số"), unit, period, List.of(fact)));
    }

    private Version draft() {
        var id = viewer.as(editor, () -> drafts.start(meeting.value()));
        return viewer.as(editor, () -> articles.get(id).version());
    }

    private MeetingReport report() {
        return viewer.as(editor, () -> meetings.report(meeting));
    }

    private Viewer viewer(String login) {
        return accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
    }
}
