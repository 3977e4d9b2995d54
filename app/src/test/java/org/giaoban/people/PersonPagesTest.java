package org.giaoban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of persons, a person's page and the fence around contact data. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PersonPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private People people;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theListIsInTheOrderOfGivenNames() throws Exception {
        var names = names(get("vanphong", "/people"));

        assertThat(names).hasSize(50);
        assertThat(names)
                .containsSubsequence(
                        "Đinh Thị Mai An",
                        "Phạm Văn Ảnh",
                        "Hoàng Thị Ngọc Ánh",
                        "Bùi Quốc Ân",
                        "Lê Quang Bính",
                        "Hà Thị Dung",
                        "Lương Thị Duyên",
                        "Đỗ Văn Đàn",
                        "Hồ Sỹ Định",
                        "Ngô Thị Êm");
    }

    @Test
    void tonesMayBeLeftOutAndWordsMayComeInAnyOrder() throws Exception {
        assertThat(names(get("vanphong", "/people?q=lieu hong"))).containsExactly("Nguyễn Thị Hồng Liễu");
        assertThat(names(get("vanphong", "/people?q=Liễu"))).containsExactly("Nguyễn Thị Hồng Liễu");
        assertThat(get("vanphong", "/people?q=khongcoai")).bodyText().contains("Không có ai khớp");
    }

    @Test
    void aLeaderOfACommuneSeesThePeopleOfThatCommune() throws Exception {
        assertThat(names(get("bithu03", "/people"))).containsExactly("Phạm Văn Ảnh", "Hồ Thị Nhàn");
        assertThat(get("bithu03", person("P-002"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/people")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("bithu03", "/people/export?format=csv"))
                .bodyText()
                .contains("Hồ Thị Nhàn")
                .doesNotContain("Liễu");
    }

    @Test
    void aPersonsPageShowsPostsNowAndBefore() {
        assertThat(get("vanphong", person("P-002")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Phó Bí thư Thường trực Huyện ủy",
                        "từ 12/08/2015",
                        "Trưởng Ban Tuyên giáo Huyện ủy",
                        "01/09/2010 – 19/08/2015",
                        "1970")
                .doesNotContain("0239 555");
    }

    @Test
    void readingContactDataIsWrittenDown() {
        assertThat(get("vanphong", person("P-005") + "?tab=contact"))
                .bodyText()
                .contains("0239 555", "p-005@songlam.example");

        assertThat(get("vanphong", person("P-005") + "?tab=readers"))
                .bodyText()
                .contains("Xem hồ sơ", "cách liên hệ", "Đinh Thị Mai An");
        assertThat(get("vanphong", person("P-006") + "?tab=readers"))
                .bodyText()
                .contains("trang hồ sơ")
                .doesNotContain("cách liên hệ");
    }

    @Test
    void theDatabaseItselfHidesContactDataFromOthers() {
        assertThat(contactsSeenBy(accounts.viewer(accounts.byLogin("bithu03").orElseThrow())
                        .orElseThrow()))
                .isEqualTo(2);
        assertThat(contactsSeenBy(
                        accounts.viewer(accounts.byLogin("xa03").orElseThrow()).orElseThrow()))
                .isZero();
        assertThat(contactsSeenBy(Viewer.SYSTEM)).isGreaterThan(40);
    }

    private int contactsSeenBy(Viewer who) {
        return viewer.as(
                who,
                () -> transaction.execute(status -> db.fetchCount(db.selectOne().from("people.contact"))));
    }

    @Test
    void aPersonIsEnteredAndEdited() {
        var keeper = keeper("P-010");
        var entered = post(
                "vanphong",
                "/people",
                Map.of(
                        "code",
                        "P-901",
                        "fullName",
                        "Ngô  Thi\u0323 Thử",
                        "gender",
                        "FEMALE",
                        "birthYear",
                        "1985",
                        "keeper",
                        keeper));

        assertThat(entered).hasStatus3xxRedirection();
        var id = people.byCode("P-901").orElseThrow();
        assertThat(people.names(List.of(id))).containsEntry(id, "Ngô Thị Thử");
        var edit = Map.of(
                "fullName", "Ngô Thị Thử Sửa", "gender", "FEMALE", "birthYear", "", "keeper", keeper, "version", "1");
        assertThat(post("vanphong", "/people/" + id + "/edit", edit)).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/people/" + id + "/edit", edit)).hasStatus(HttpStatus.CONFLICT);
        assertThat(get("vanphong", "/people/" + id + "?tab=history"))
                .bodyText()
                .contains("Thêm vào danh sách", "Sửa hồ sơ", "Ngô Thị Thử Sửa");
    }

    @Test
    void faultsAreToldAtTheirFieldsAndNothingTypedIsLost() {
        assertThat(post(
                        "vanphong",
                        "/people",
                        Map.of(
                                "code",
                                "p 1",
                                "fullName",
                                "X",
                                "birthYear",
                                "2050",
                                "nativePlace",
                                "Xã Rú Mây",
                                "keeper",
                                "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "id=\"code-error\"",
                        "id=\"fullName-error\"",
                        "1900 đến 2018",
                        "id=\"keeper-error\"",
                        "value=\"Xã Rú Mây\"");
        assertThat(post(
                        "vanphong",
                        "/people",
                        Map.of("code", "P-001", "fullName", "Trùng Mã", "keeper", keeper("P-010"))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mã P-001 đã có người khác dùng.");
    }

    @Test
    void contactDataIsEditedByThoseWhoKeepTheFile() {
        assertThat(post(
                        "vanphong",
                        person("P-013") + "/contact",
                        Map.of("phone", "0239 555 0000", "email", "khong-co-a-cong")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"0239 555 0000\"");
        assertThat(post(
                        "vanphong",
                        person("P-013") + "/contact",
                        Map.of("phone", "0239 555 0000", "email", "y@songlam.example")))
                .hasStatus3xxRedirection();
        assertThat(get("vanphong", person("P-013") + "?tab=contact"))
                .bodyText()
                .contains("0239 555 0000", "y@songlam.example");
        assertThat(get("bithu03", person("P-103") + "/contact")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPersonIsFoundByTheWholeNumberAndByNothingLess() throws Exception {
        var numbers = Map.of("citizen", "999 070 000 123", "memberCard", "99.001.234");
        assertThat(post("vanphong", person("P-011") + "/contact", numbers)).hasStatus3xxRedirection();

        assertThat(get("vanphong", person("P-011") + "?tab=contact")).bodyText().contains("999070000123", "99001234");
        assertThat(names(get("vanphong", "/people?q=999070000123"))).hasSize(1);
        assertThat(names(get("vanphong", "/people?q=999-070-000-123"))).hasSize(1);
        assertThat(names(get("vanphong", "/people?q=99001234"))).hasSize(1);
        assertThat(names(get("vanphong", "/people?q=99907000012"))).isEmpty();
        assertThat(names(get("bithu03", "/people?q=999070000123")))
                .as("another unit's")
                .isEmpty();
    }

    @Test
    void oneNumberHasOnePerson() {
        var numbers = Map.of("citizen", "999070000456", "phone", "0239 555 4321");
        assertThat(post("vanphong", person("P-012") + "/contact", numbers)).hasStatus3xxRedirection();

        assertThat(post("vanphong", person("P-014") + "/contact", numbers))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Số này đã ghi ở hồ sơ khác", "value=\"0239 555 4321\"");
        assertThat(post("vanphong", person("P-014") + "/contact", Map.of("citizen", "12345")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("12 chữ số", "value=\"12345\"");
    }

    private String keeper(String code) {
        return viewer.as(
                        Viewer.SYSTEM,
                        () -> people.get(people.byCode(code).orElseThrow(), org.giaoban.access.Capability.PEOPLE_READ))
                .keeper()
                .toString();
    }

    private String person(String code) {
        return "/people/" + people.byCode(code).orElseThrow();
    }

    private static List<String> names(MvcTestResult result) throws Exception {
        var names = new ArrayList<String>();
        var rows = Pattern.compile("<a href=\"/people/[0-9a-f-]{36}\">([^<]+)</a>")
                .matcher(result.getResponse().getContentAsString());
        while (rows.find()) {
            names.add(rows.group(1));
        }
        return names;
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
