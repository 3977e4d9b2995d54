package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.organization.db.Tables.SUCCESSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Two communes became one and a third was divided; every page about the tree can tell it. */
@GiaoBanTest(story = "vu-quang-2018-11")
class LineagePagesTest {

    private static final LocalDate DAY = LocalDate.of(2017, 7, 1);
    private static final LocalDate EARLY = LocalDate.of(1990, 1, 1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @BeforeEach
    void merge() {
        if (organization.byCode("SL-M").isEmpty()) {
            viewer.run(Viewer.SYSTEM, () -> transaction.executeWithoutResult(status -> history()));
        }
    }

    private void history() {
        var first = found("SL-A", "Đảng ủy xã Cầu Đá", DAY);
        var second = found("SL-B", "Đảng ủy xã Rào Con", DAY);
        var divided = found("SL-C", "Đảng ủy xã Đồi Sim", DAY);
        var merged = found("SL-M", "Đảng ủy xã Cầu Rào", null);
        var other = found("SL-N", "Đảng ủy xã Sim Thượng", null);
        succeed(first, merged, "1", false);
        succeed(second, merged, "1", false);
        succeed(divided, merged, "0.4", true);
        succeed(divided, other, "0.6", true);
    }

    private UnitId found(String code, String name, LocalDate until) {
        var valid = new DateRange(until == null ? DAY : EARLY, until);
        return organization.found(
                new NewUnit(code, name, name, "DANG_UY_XA", organization.idOf("SL"), valid, "Nghị quyết 01"));
    }

    private void succeed(UnitId from, UnitId to, String share, boolean estimated) {
        db.insertInto(SUCCESSION)
                .set(SUCCESSION.FROM_UNIT_ID, from)
                .set(SUCCESSION.TO_UNIT_ID, to)
                .set(SUCCESSION.DAY, DAY)
                .set(SUCCESSION.SHARE, new BigDecimal(share))
                .set(SUCCESSION.ESTIMATED, estimated)
                .set(SUCCESSION.PLAN_ID, new UUID(0, 1))
                .execute();
    }

    @Test
    void anEndedUnitStaysReadableAndSaysWhatBecameOfIt() {
        assertThat(get("/units/SL-C"))
                .hasStatusOk()
                .bodyText()
                .contains("Từ 01/07/2017 đơn vị này không còn, tiếp nhận là")
                .contains("href=\"/units/SL-M?on=2017-07-01\">Đảng ủy xã Cầu Rào</a> (một phần ≈ 40")
                .contains("href=\"/units/SL-N?on=2017-07-01\"");
        assertThat(get("/units/SL-M"))
                .bodyText()
                .contains("Từ 01/07/2017 gồm", "href=\"/units/SL-A?on=2017-06-30\">Đảng ủy xã Cầu Đá</a>");
    }

    @Test
    void theSearchFindsEndedUnitsByTheirOldNames() {
        assertThat(get("/units?q=rao con"))
                .bodyText()
                .contains("Tìm thấy 1 đơn vị", "Đảng ủy xã Rào Con", "tồn tại 01/01/1990 – 30/06/2017")
                .contains("từ 01/07/2017: Đảng ủy xã Cầu Rào");
        assertThat(get("/search?q=rao con")).bodyText().contains("Đảng ủy xã Rào Con");
    }

    @Test
    void theTreeOfAPastDayCanBeSeenAsToday() {
        assertThat(get("/units?on=2017-06-30"))
                .bodyText()
                .contains("Đảng ủy xã Đồi Sim", "Như khi đó", "Trước 01/07/2017")
                .contains("từ 01/07/2017: Đảng ủy xã Cầu Rào (một phần ≈ 40")
                .doesNotContain("Đảng ủy xã Sim Thượng</a>");
        assertThat(get("/units?on=2017-06-30&tree=today"))
                .bodyText()
                .contains("Đảng ủy xã Sim Thượng</a>", "từ 01/07/2017 gồm Đảng ủy xã Đồi Sim (một phần ≈ 60")
                .doesNotContain("Đảng ủy xã Đồi Sim</a>");
    }

    @Test
    void theLineageIsDrawnWithItsShares() {
        assertThat(get("/units/SL-M?tab=lineage"))
                .hasStatusOk()
                .bodyText()
                .contains("<svg", "gb-way-guess", "≈ 40", "gb-unitbox-self", "/units/SL-C?tab=lineage")
                .contains("toàn bộ sang Đảng ủy xã Cầu Rào từ 01/07/2017");
        assertThat(get("/units/SL-01?tab=lineage")).bodyText().contains("chưa qua sáp nhập, chia tách nào");
    }

    @Test
    void twoDaysAreCompared() {
        assertThat(get("/units/differences?from=2017-07-01&to=2017-06-30"))
                .hasStatusOk()
                .bodyText()
                .contains("5 đơn vị khác nhau", "mới lập: 2", "kết thúc: 3")
                .contains("<td class=\"num\">14</td><td class=\"num\">13</td><td class=\"num\">−1</td>");
        assertThat(get("/units/differences?from=2018-01-01&to=2018-01-02"))
                .bodyText()
                .contains("Hai ngày này cây giống hệt nhau");
        assertThat(get("/units/differences/export?format=csv&from=2017-06-30&to=2017-07-01"))
                .bodyText()
                .contains("\"SL-B\",\"Đảng ủy xã Rào Con\",\"\",\"kết thúc\"");
    }

    @Test
    void othersMayNotCompareWhatTheyMayNotSee() {
        assertThat(mvc.get()
                        .uri("/units/differences?from=2017-06-30&to=2017-07-01")
                        .with(SignIn.as(accounts, "xa03"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Cầu Rào");
        assertThat(mvc.get()
                        .uri("/units/differences?from=2017-06-30&to=2017-07-01&top=SL")
                        .with(SignIn.as(accounts, "xa03"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void longNamesAreBrokenIntoLinesThatFit() {
        assertThat(LineageDrawing.wrapped("Đảng ủy xã Cầu Rào")).containsExactly("Đảng ủy xã Cầu Rào");
        assertThat(LineageDrawing.wrapped("Đảng ủy Công ty Trách nhiệm hữu hạn một thành viên Lâm nghiệp Sông Lam"))
                .hasSize(2)
                .allMatch(line -> line.length() <= 27);
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, "vanphong")).exchange();
    }
}
