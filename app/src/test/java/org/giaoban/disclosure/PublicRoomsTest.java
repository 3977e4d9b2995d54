package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What visitors find: the library, the chart, the calendar, figures as open data, and places of units. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class PublicRoomsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    Organization organization;

    @Autowired
    Mandates mandates;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private String body(String path, Object... values) {
        var answer = mvc.get().uri(path, values).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void theLibraryIsSearchedByWordsTypeYearAndIssuer() {
        assertThat(body("/van-ban"))
                .contains("41-QC/HU", "87-KH/HU", "12-HD/BTGHU")
                .doesNotContain("05-DT/HU");
        assertThat(body("/van-ban?q=nong")).contains("87-KH/HU").doesNotContain("41-QC/HU");
        assertThat(body("/van-ban?sort=quy-che")).contains("41-QC/HU").doesNotContain("87-KH/HU");
        assertThat(body("/van-ban?year=2017")).doesNotContain("41-QC/HU");
        assertThat(body("/van-ban?issuer={issuer}", "Ban Tuyên giáo"))
                .contains("12-HD/BTGHU")
                .doesNotContain("41-QC/HU");
        assertThat(body("/van-ban?unit=sl-btg")).contains("12-HD/BTGHU").doesNotContain("41-QC/HU");
        assertThat(body("/van-ban?lang=en")).contains("Rules on receiving citizens");
    }

    @Test
    void theChartNamesOnlyOfficialsWhoseOfficeContactWasLetOutAndOnlyWhileTheyHoldThePost() {
        var unit = press.unit("SL-BTC");
        assertThat(body("/to-chuc"))
                .contains("Văn phòng Huyện ủy Sông Lam", "(000) 3 000 121", "chanhvp@songlam.example")
                .doesNotContain("Chi bộ thôn Rẫy Cau");
        var head = mandates.holder(unit, "TRUONG", LocalDate.of(2018, 11, 1)).orElseThrow();
        var name = db.fetchSingle(
                        "select full_name from people.person where id = ?",
                        head.person().value())
                .get(0, String.class);
        assertThat(body("/to-chuc")).contains(name);

        viewer.run(Viewer.SYSTEM, () -> mandates.end(head.id(), LocalDate.of(2018, 11, 1)));
        assertThat(body("/to-chuc")).doesNotContain(name, "(000) 3 000 121");
    }

    @Test
    void theCalendarShowsTheWeekAndThePlanItsResults() {
        assertThat(body("/lich-cong-tac?tu=2018-11-01"))
                .contains("Giao ban Thường trực Huyện ủy tháng 11/2018", "07:30 – 11:00", "Lễ chào cờ đầu tháng");
        assertThat(body("/lich-cong-tac?tu=2018-11-14"))
                .contains("Tuần lễ ra quân")
                .doesNotContain("tháng 11/2018</strong>");
        assertThat(body("/ke-hoach?nam=2018"))
                .contains("Đã xong 1 trong 4 việc.", "Quy chế có hiệu lực từ 01/4/2018", "Quá hạn");
        assertThat(body("/lich-cong-tac?tu=khong-phai-ngay")).contains("Lịch công tác tuần");
    }

    @Test
    void figuresComeAsChartTableAndOpenDataAndEachOpensItsPassport() {
        var page = body("/so-lieu-cong-khai/tc17-sl-quarter");
        var passport = page.replaceAll("(?s).*?href=\"(/so-lieu/[0-9a-f-]{36})\".*", "$1");
        assertThat(page).contains("data-chart=\"series\"", "CC BY 4.0");
        assertThat(body(passport)).contains("Đảng viên mới kết nạp", "quý");

        var json = body("/so-lieu-cong-khai/tc17-sl-quarter.json");
        assertThat(json)
                .contains("\"licence\":\"https://creativecommons.org/licenses/by/4.0/\"", "\"indicator\":\"TC17\"")
                .contains("\"period\":\"2018-Q3\"", passport);
        assertThat(body("/so-lieu-cong-khai/tc17-sl-quarter.csv")).contains("\"TC17\"", "\"2018-Q3\"");
        assertThat(body("/so-lieu-cong-khai/danh-muc.json")).contains("dcat:Catalog", "tc17-sl-quarter.csv");
        var rate = body("/so-lieu-cong-khai/sh05-sl-month.json");
        assertThat(rate).contains("\"numerator\":", "\"denominator\":");
    }

    @Test
    void aFigureNobodyLetOutHasNoPublicPassport() {
        var hidden = db.fetchSingle("select id from indicators.frozen_figure where id not in"
                        + " (select figure_id from disclosure.released_figure)"
                        + " and id not in (select figure_id from portal.figure_use) limit 1")
                .get(0, java.util.UUID.class);
        assertThat(get("/so-lieu/" + hidden)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theOldAddressOfAUnitLeadsToItsHeirWhoShowsWhatItMadePublic() {
        var parent = organization.idOf("SL");
        var old = found("SL-CU", "Trạm cũ", parent);
        press.out(Kind.SITE, old, Map.of("body", "<p>Giới thiệu trạm cũ</p>"));
        press.out(Kind.PAPER, old, PressOffice.paper("01-TB/CU", "Văn bản của trạm cũ", null));
        assertThat(body("/don-vi/sl-cu")).contains("Giới thiệu trạm cũ");
        var heir = found("SL-MOI", "Trạm mới", parent);
        assertThat(get("/don-vi/sl-moi")).hasStatus(HttpStatus.NOT_FOUND);

        end(old, Map.of(heir, "1"));

        assertThat(get("/don-vi/sl-cu")).hasStatus(HttpStatus.MOVED_PERMANENTLY).hasRedirectedUrl("/don-vi/sl-moi");
        assertThat(body("/don-vi/sl-moi")).contains("Trạm mới", "Trạm cũ", "01-TB/CU");
        assertThat(body("/van-ban?unit=sl-moi")).contains("01-TB/CU");

        var other = found("SL-HAI", "Trạm hai", parent);
        end(heir, Map.of(other, "0.5", found("SL-BA", "Trạm ba", parent), "0.5"));
        assertThat(body("/don-vi/sl-cu")).contains("/don-vi/sl-hai", "/don-vi/sl-ba");
    }

    private UnitId found(String code, String name, UnitId parent) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> organization.found(new NewUnit(
                        code, name, name, "VAN_PHONG", parent, DateRange.from(LocalDate.of(2018, 1, 1)), "")));
    }

    /** As a reorganisation leaves the tree: the unit ended the day before the story, others stand for it. */
    private void end(UnitId unit, Map<UnitId, String> heirs) {
        transaction.executeWithoutResult(status -> {
            db.execute(
                    "update organization.unit_version set valid = daterange(lower(valid), '2018-10-15')"
                            + " where unit_id = ?",
                    unit.value());
            heirs.forEach((heir, share) -> db.execute(
                    "insert into organization.succession values (?, '2018-10-15', ?, ?::numeric, false, ?)",
                    unit.value(),
                    heir.value(),
                    share,
                    java.util.UUID.randomUUID()));
            var number = db.fetchSingle("select nextval('organization.tree_version')")
                    .get(0, Long.class);
            heirs.keySet()
                    .forEach(heir -> db.execute(
                            "insert into organization.unit_change values (?, ?) on conflict (unit_id) do update set version = excluded.version",
                            heir.value(),
                            number));
            db.execute(
                    "insert into organization.unit_change values (?, ?) on conflict (unit_id) do update set version = excluded.version",
                    unit.value(),
                    number);
            db.execute("update organization.tree_state set version = ?", number);
        });
    }
}
