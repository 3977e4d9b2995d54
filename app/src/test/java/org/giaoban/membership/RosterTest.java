package org.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The roster of a branch from a file to a transfer, who is expected when, and who sees nothing of it. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static final String LIST = """
            Mã,Họ và tên,Giới tính,Năm sinh,Trạng thái,Từ ngày,Ngày vào Đảng
            DV-1,Lê Thị Hoài An,Nữ,1975,Chính thức,01/01/2015,03/02/2001
            DV-2,Trần Đình Bảo,Nam,1950,Miễn sinh hoạt,01/01/2015,19/05/1972
            DV-3,Hồ Văn Cảnh,Nam,1993,Dự bị,01/03/2018,01/03/2018
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Organization organization;

    @Autowired
    private Roster roster;

    @Autowired
    private People people;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    private UnitId branch;
    private UnitId other;

    @BeforeAll
    void twoBranchesOfACommune() {
        viewer.run(Viewer.SYSTEM, () -> {
            branch = found("SL-03-CB1", "Chi bộ thôn Rú Mít");
            other = found("SL-03-CB2", "Chi bộ thôn Bàu Lác");
        });
    }

    private UnitId found(String code, String name) {
        return organization.found(new NewUnit(
                code, name, name, "CHI_BO", organization.idOf("SL-03"), DateRange.from(LocalDate.of(2010, 1, 1)), ""));
    }

    @Test
    @Order(1)
    void oneWrongLineAndNobodyIsEntered() {
        assertThat(take(LIST.replace("Dự bị", "Dự khuyết")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Dòng 4:");
        assertThat(counts()).isEmpty();
    }

    @Test
    @Order(2)
    void aListComesInWholeAndTwiceChangesNothing() {
        assertThat(take(LIST)).hasStatus3xxRedirection();
        assertThat(take(LIST)).hasStatus3xxRedirection();
        assertThat(counts()).containsEntry(branch, new Roster.Count(3, 1, 1, 0, 2, 1));
        assertThat(get("vanphong", "/members/SL-03-CB1"))
                .bodyText()
                .contains(
                        "Hồ Văn Cảnh", "Dự bị", "3 đảng viên, 2 người phải dự sinh hoạt, 1 người có quyền biểu quyết");
        assertThat(get("vanphong", "/members")).bodyText().contains("Chi bộ thôn Rú Mít");
    }

    @Test
    @Order(3)
    void whoMeetsElsewhereIsNotExpectedAndWhoWorksAwayIs() {
        var cells = new java.util.HashMap<>(Map.of(
                "kind",
                "WORKS_AWAY",
                "place",
                "Khu công nghiệp phía Nam",
                "reason",
                "Làm công nhân",
                "from",
                "2018-06-01",
                "version",
                "0"));
        assertThat(post("vanphong", record("DV-3") + "/away", cells)).hasStatus3xxRedirection();
        assertThat(expected(branch)).isEqualTo(2);
        cells.put("version", "0");
        assertThat(post("vanphong", record("DV-3") + "/away", cells))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Có người vừa sửa hồ sơ này", "Khu công nghiệp phía Nam");
        assertThat(post("vanphong", record("DV-3") + "/back", Map.of("from", "2018-10-01", "version", "1")))
                .hasStatus3xxRedirection();
        cells.putAll(Map.of("kind", "MEETS_ELSEWHERE", "from", "2018-10-01", "version", "2"));
        assertThat(post("vanphong", record("DV-3") + "/away", cells)).hasStatus3xxRedirection();
        assertThat(expected(branch)).isEqualTo(1);
    }

    @Test
    @Order(4)
    void aTransferKeepsTheTimeInTheBranchThatWasLeft() {
        var before = organization.find(other, TODAY).orElseThrow();
        assertThat(post(
                        "vanphong",
                        record("DV-1") + "/transfer",
                        Map.of("to", before.code(), "from", "2018-10-15", "version", "0")))
                .hasStatus3xxRedirection();
        assertThat(counts().get(branch)).isEqualTo(new Roster.Count(2, 1, 1, 1, 0, 0));
        assertThat(viewer.as(Viewer.SYSTEM, () -> roster.expected(branch, LocalDate.of(2018, 10, 14))))
                .contains(people.byCode("DV-1").orElseThrow());
        assertThat(get("vanphong", "/members/SL-03-CB2/" + person("DV-1")))
                .bodyText()
                .contains("Chi bộ thôn Rú Mít", "01/01/2015 – 14/10/2018", "chuyển đi", "Chi bộ thôn Bàu Lác");
        assertThat(get("vanphong", record("DV-1"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(5)
    void everyOpeningOfARecordIsWrittenDown() {
        assertThat(get("vanphong", record("DV-2"))).hasStatusOk();
        assertThat(get("vanphong", record("DV-2"))).bodyText().contains("Xem hồ sơ");
    }

    @Test
    @Order(6)
    void othersSeeNothingNeitherOnScreenNorInTheDatabase() {
        assertThat(get("bithu03", "/members/SL-03-CB1")).hasStatusOk();
        for (var login : List.of("bithu04", "xa03", "bientap")) {
            assertThat(get(login, "/members/SL-03-CB1")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(rows(login)).as(login).isZero();
        }
        assertThat(rows("bithu03")).isEqualTo(3);
        assertThat(post("bithu03", record("DV-2") + "/leave", Map.of("left", "DIED", "from", "2018-10-01")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private int rows(String login) {
        var who = accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
        return viewer.as(
                who,
                () -> transaction.execute(status -> db.fetchCount(db.selectOne().from("membership.member"))));
    }

    private Map<UnitId, Roster.Count> counts() {
        return viewer.as(Viewer.SYSTEM, () -> roster.counts(List.of(branch), TODAY));
    }

    private int expected(UnitId unit) {
        return viewer.as(Viewer.SYSTEM, () -> roster.expected(unit, TODAY)).size();
    }

    private String person(String code) {
        return people.byCode(code).orElseThrow().toString();
    }

    private String record(String code) {
        return "/members/SL-03-CB1/" + person(code);
    }

    private MvcTestResult take(String list) {
        return mvc.post()
                .multipart()
                .uri("/members/SL-03-CB1/import")
                .file(new MockMultipartFile("file", "ds.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(SignIn.as(accounts, login)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
