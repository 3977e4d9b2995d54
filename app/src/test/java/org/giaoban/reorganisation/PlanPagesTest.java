package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Drafting, rehearsing, carrying out and undoing a plan by its pages alone, without a script running. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PlanPagesTest {

    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Plans plans;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    private String plan = "";

    @BeforeEach
    void aPlan() {
        plan = viewer.as(
                        Viewer.SYSTEM,
                        () -> plans.draft(new Terms("Sắp xếp thử", DAY, "Nghị quyết 12-NQ/HU", "Ghi chú")))
                .toString();
    }

    @Test
    void aPlanIsDraftedAndListedByItsState() {
        assertThat(post("/reorganisations", Map.of("title", "Hợp nhất hai xã", "day", "01/12/2018", "document", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"Hợp nhất hai xã\"", "Cần điền chỗ này.", "id=\"document-error\"");
        assertThat(post(
                        "/reorganisations",
                        Map.of("title", "Hợp nhất hai xã", "day", "01/12/2018", "document", "Nghị quyết 13")))
                .hasStatus3xxRedirection();

        assertThat(get("/reorganisations?state=DRAFT"))
                .bodyText()
                .contains("Hợp nhất hai xã", "01/12/2018", "Sắp xếp thử", "Đang soạn");
        assertThat(get("/reorganisations?state=EXECUTED")).bodyText().doesNotContain("Hợp nhất hai xã");
        assertThat(mvc.get()
                        .uri("/reorganisations")
                        .with(SignIn.as(accounts, "xa03"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void unitsAreFoundWithoutTonesAndStayChosenFromPageToPage() {
        assertThat(mvc.post()
                        .uri(at("/events"))
                        .with(SignIn.as(accounts, "vanphong"))
                        .with(csrf())
                        .param("kind", "MERGE")
                        .param("do", "find")
                        .param("from", "SL-08")
                        .param("find", "lam thuong")
                        .param("code", "SL-20")
                        .param("name", "Đảng ủy xã Lam")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("value=\"SL-07\"", "Đảng ủy xã Lam Thượng")
                .contains("id=\"p-SL-08\"", "value=\"SL-20\"", "value=\"Đảng ủy xã Lam\"");
        assertThat(post(
                        at("/events"),
                        Map.of("kind", "CHANGE_KIND", "do", "all", "bulkKind", "DANG_UY_XA", "under", "")))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"p-SL-02\"", "id=\"p-SL-12\"")
                .doesNotContain("id=\"p-SL-01\"");
    }

    @Test
    void sharesThatDoNotAddUpAreRefusedAndNothingTypedIsLost() {
        var divided = Map.of(
                "kind",
                "SPLIT",
                "from",
                "SL-03",
                "code",
                "SL-31",
                "name",
                "Đảng ủy xã Soi Đông",
                "unitKind",
                "DANG_UY_XA",
                "parent",
                "SL",
                "share",
                "40");

        assertThat(post(at("/events"), divided))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Các phần cộng lại được 40", "value=\"Đảng ủy xã Soi Đông\"", "id=\"p-SL-03\"");
        assertThat(post(at("/events"), Map.of("kind", "SPLIT", "from", "SL-03", "code", "SL-31", "share", "bốn")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("“bốn” không phải số phần trăm");
        assertThat(post(at("/events"), Map.of("kind", "MERGE", "code", "SL-31")))
                .bodyText()
                .contains("chưa chọn đơn vị nào");
    }

    @Test
    void aTableIsPastedAndItsBadLineIsNamed() {
        assertThat(post(at("/paste"), Map.of("table", "SL-02\tSL-40\tXã Bốn Mươi\tDANG_UY_XA\tSL\nSL-99\tSL-40")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Dòng 2", "SL-99", "Xã Bốn Mươi");
        assertThat(post(at("/paste"), Map.of("table", "SL-02\tSL-40\tXã Bốn Mươi\tDANG_UY_XA\tSL\nSL-03\tSL-40")))
                .hasStatus3xxRedirection();
        assertThat(get(at(""))).bodyText().contains("1 việc trong phương án", "Đảng ủy xã Bãi Dâu", "Xã Bốn Mươi");
    }

    @Test
    void anEventIsChangedAndRemoved() {
        var event = renamed("SL-04", "Đảng ủy xã Đồng Trẹm Mới");
        assertThat(get(at("/events/" + event))).hasStatusOk().bodyText().contains("value=\"Đảng ủy xã Đồng Trẹm Mới\"");
        assertThat(post(
                        at("/events/" + event),
                        Map.of(
                                "kind",
                                "RENAME",
                                "from",
                                "SL-04",
                                "code",
                                "SL-04",
                                "name",
                                "Đảng ủy xã Trẹm",
                                "shortName",
                                "Trẹm")))
                .hasStatus3xxRedirection();
        assertThat(get(at(""))).bodyText().contains("tên mới: Đảng ủy xã Trẹm", "đổi tên");
        assertThat(post(at("/events/" + event), Map.of("do", "find")))
                .hasStatusOk()
                .bodyText()
                .contains("Chọn đơn vị rồi bấm Tìm");
        assertThat(post(at("/events/" + event + "/remove"), Map.of())).hasStatus3xxRedirection();
        assertThat(get(at(""))).bodyText().contains("Phương án chưa có việc nào");
    }

    @Test
    void theRehearsalIsPrintedAsAWordDocument() {
        renamed("SL-04", "Đảng ủy xã Đồng Trẹm Mới");
        assertThat(get(at("/rehearsal")))
                .hasStatusOk()
                .bodyText()
                .contains("Trước và sau: 1 đơn vị thay đổi", "Sẵn sàng thực hiện");
        var docx = get(at("/rehearsal.docx"));
        assertThat(docx).hasStatusOk();
        assertThat(Office.text(docx.getResponse().getContentAsByteArray(), "docx"))
                .contains("DIỄN TẬP", "Sắp xếp thử", "Nghị quyết 12-NQ/HU", "Đảng ủy xã Đồng Trẹm Mới", "01/11/2018");
    }

    @Test
    void aPlanIsCarriedOutOnceItsCountsAreConfirmedAndUndoneWithAReason() {
        renamed("SL-09", "Đảng ủy xã Hói Sen Mới");
        assertThat(get(at("/execute"))).hasStatusOk().bodyText().contains("Đọc lại lần cuối", "1 đơn vị thay đổi");
        var version = plans().version();
        assertThat(post(at("/execute"), Map.of("version", String.valueOf(version - 1))))
                .hasRedirectedUrl(at("/progress"));
        assertThat(get(at("/progress"))).hasRedirectedUrl(at("/rehearsal"));
        assertThat(name("SL-09")).isEqualTo("Đảng ủy xã Hói Sen");

        post(at("/execute"), Map.of("version", String.valueOf(version)));
        assertThat(get(at("/progress"))).hasRedirectedUrl(at(""));
        assertThat(name("SL-09")).isEqualTo("Đảng ủy xã Hói Sen Mới");
        assertThat(get(at(""))).bodyText().contains("Đã thực hiện", "còn 30 ngày", "Hoàn tác");

        assertThat(post(at("/undo"), Map.of("reason", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ghi lý do");
        assertThat(post(at("/undo"), Map.of("reason", "Nghị quyết bị rút"))).hasRedirectedUrl(at(""));
        assertThat(name("SL-09")).isEqualTo("Đảng ủy xã Hói Sen");
        assertThat(get(at("?tab=history"))).bodyText().contains("Nghị quyết bị rút");
        assertThat(post(at("/undo"), Map.of("reason", "Lần nữa"))).hasRedirectedUrl(at(""));
    }

    @Test
    void aDroppedPlanStaysReadable() {
        assertThat(get(at("/discard"))).hasStatusOk();
        assertThat(post(at("/discard"), Map.of())).hasStatus3xxRedirection();
        assertThat(get(at(""))).hasStatusOk().bodyText().contains("Đã bỏ").doesNotContain("/events/new");
    }

    private UUID renamed(String code, String name) {
        var target = Target.unit(code, name, name, "", "");
        return viewer.as(
                Viewer.SYSTEM,
                () -> plans.add(PlanId.parse(plan), NewEvent.of(EventKind.RENAME, List.of(), List.of(target))));
    }

    private Plan plans() {
        return viewer.as(Viewer.SYSTEM, () -> plans.get(PlanId.parse(plan)));
    }

    private String name(String code) {
        return organization.get(organization.idOf(code), DAY).name();
    }

    private String at(String path) {
        return "/reorganisations/" + plan + path;
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, "vanphong")).exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(SignIn.as(accounts, "vanphong")).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
