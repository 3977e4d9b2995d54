package org.giaoban.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Restricted papers reach those of their circle on page, at the download and in search, and nobody else. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(PlannedMeeting.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperCirclesTest {

    /** Two invited units, each with its secretary, who is invited, and its reporter, who is not; two invited boards; others. */
    private static final List<String> LOGINS =
            List.of("bithu03", "xa03", "bithu05", "xa05", "bithu07", "xa07", "tochuc", "kiemtra", "bientap");

    private static MeetingId meeting;

    @Autowired
    private PlannedMeeting planned;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    @Test
    @Order(1)
    void nobodyReadsPapersOfADraftNotEvenThoseTheyAreFor() {
        meeting = planned.plan();
        file("Tài liệu cho đơn vị", "units", planned.unit("SL-03"));
        file("Tài liệu cho bí thư", "posts", "BI_THU");
        file("Tài liệu cho người báo cáo", "roles", "unit-reporter");

        readBy("Tài liệu cho đơn vị", Set.of());
        readBy("Tài liệu cho bí thư", Set.of());
        readBy("Tài liệu cho người báo cáo", Set.of());
    }

    @Test
    @Order(2)
    void eachCircleReachesItsOwnAndNobodyElse() {
        assertThat(planned.post("vanphong", meeting.href() + "/invitation")).hasStatus3xxRedirection();

        readBy("Tài liệu cho đơn vị", Set.of("bithu03", "xa03"));
        readBy("Tài liệu cho bí thư", Set.of("bithu03", "bithu05"));
        readBy("Tài liệu cho người báo cáo", Set.of("xa03", "xa05"));
    }

    @Test
    @Order(3)
    void theOfficeSeesWhomAPaperIsForAndOthersDoNot() {
        assertThat(planned.get("vanphong", meeting.href() + "/materials"))
                .bodyText()
                .contains("Chỉ dành cho: Cồn Soi", "Chỉ dành cho: Bí thư", "Chỉ dành cho: Người nhập báo cáo");
        assertThat(planned.get("bithu03", meeting.href() + "/materials"))
                .bodyText()
                .contains("Tài liệu cho bí thư")
                .doesNotContain("Chỉ dành cho", "Tài liệu cho người báo cáo");
    }

    @Test
    @Order(4)
    void aPaperReachesNoFurtherThanItsItem() {
        var item = meetings.agenda(meeting).get(1);
        var open = filed("Phụ lục của mục", "INTERNAL", "item", item.id().toString());
        assertThat(open).hasStatus3xxRedirection();
        readBy("Phụ lục của mục", Set.of("bithu03", "bithu05", "tochuc", "kiemtra"));

        restrict(item.id().toString());

        readBy("Phụ lục của mục", Set.of());
    }

    @Test
    @Order(5)
    void aRestrictedPaperForNobodyIsRefusedAndWhatWasTypedStays() {
        assertThat(filed("Không cho ai", "RESTRICTED", "units", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Không cho ai");
        var both = filed("", "RESTRICTED", "posts", "BI_THU");
        assertThat(both).hasStatus(422);
        assertThat(PlannedMeeting.body(both)).containsPattern("value=\"BI_THU\" checked");
    }

    @Test
    @Order(6)
    void thoseOfTheHeirReadWhatWasForAUnitThatEnded() {
        file("Tài liệu cho đơn vị cũ", "units", planned.unit("SL-05"));
        readBy("Tài liệu cho đơn vị cũ", Set.of("bithu05", "xa05"));

        db.execute(
                "update preparation.material_circle set unit_id = ? from preparation.material m"
                        + " where m.id = material_id and m.title = 'Tài liệu cho đơn vị cũ'",
                gone("SL-CU", "SL-03"));

        readBy("Tài liệu cho đơn vị cũ", Set.of("bithu03", "xa03"));
    }

    /** A unit that ended a month ago; the other took its place. */
    private UUID gone(String code, String heir) {
        var top = organization.idOf("SL");
        var named = new NewUnit(
                code, "Đơn vị cũ", "Đơn vị cũ", "DANG_UY_XA", top, DateRange.from(LocalDate.of(2010, 1, 1)), "");
        var unit = viewer.as(Viewer.SYSTEM, () -> organization.found(named)).value();
        db.execute(
                "update organization.unit_version set valid = daterange(lower(valid), '2018-10-01') where unit_id = ?",
                unit);
        db.execute(
                "insert into organization.succession (from_unit_id, day, to_unit_id, share, estimated, plan_id)"
                        + " values (?, '2018-10-01', ?, 1, false, uuidv7())",
                unit,
                organization.idOf(heir).value());
        db.execute(
                "with number as (update organization.tree_state set version = nextval('organization.tree_version')"
                        + " returning version) insert into organization.unit_change (unit_id, version)"
                        + " select ?, version from number on conflict (unit_id) do update set version = excluded.version",
                unit);
        return unit;
    }

    private void readBy(String title, Set<String> expected) {
        var file = planned.body("vanphong", meeting.href() + "/materials")
                .replaceAll("(?s).*href=\"(/files/[0-9a-f-]{36})\" download>" + title + "<.*", "$1");
        assertThat(file).startsWith("/files/").hasSizeLessThan(50);
        var softly = new SoftAssertions();
        for (var login : LOGINS) {
            var may = expected.contains(login);
            softly.assertThat(planned.get(login, file).getResponse().getStatus())
                    .as("%s downloads %s", login, title)
                    .isEqualTo(may ? 200 : HttpStatus.NOT_FOUND.value());
            softly.assertThat(planned.body(login, "/search?q=" + title).contains(">" + title))
                    .as("%s finds %s", login, title)
                    .isEqualTo(may);
            var page = planned.get(login, meeting.href() + "/materials");
            softly.assertThat(page.getResponse().getStatus() == 200
                            && PlannedMeeting.body(page).contains(title))
                    .as("%s sees %s on the page", login, title)
                    .isEqualTo(may && !login.startsWith("xa"));
        }
        softly.assertAll();
    }

    private void restrict(String item) {
        var fields = new ArrayList<String>();
        for (var one : meetings.agenda(meeting)) {
            var reach = one.id().toString().equals(item)
                    ? "RESTRICTED"
                    : one.reach().name();
            fields.addAll(List.of("id", one.id().toString(), "order", String.valueOf(one.position())));
            fields.addAll(
                    List.of("title", one.title(), "kind", one.more().kind().name(), "reach", reach));
            fields.addAll(List.of("minutes", String.valueOf(one.minutes())));
            fields.addAll(List.of("presenter", one.presenter() == null ? "" : one.presenter()));
        }
        assertThat(planned.post("vanphong", meeting.href() + "/agenda", fields.toArray(String[]::new)))
                .hasStatus3xxRedirection();
        assertThat(meetings.agenda(meeting).get(1).reach().name()).isEqualTo("RESTRICTED");
    }

    private void file(String title, String circle, String value) {
        assertThat(filed(title, "RESTRICTED", circle, value)).hasStatus3xxRedirection();
    }

    private MvcTestResult filed(String title, String reach, String field, String value) {
        return planned.upload(
                "vanphong", meeting.href() + "/materials", "file", "title", title, "reach", reach, field, value);
    }
}
