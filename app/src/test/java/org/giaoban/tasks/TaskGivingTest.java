package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Orders given outside meetings: as complete as those of a meeting, once however often they are sent. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TaskGivingTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private Grants grants;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void onlyWhoMayOrderSeesTheForm() {
        assertThat(get("vanphong", "/tasks")).bodyText().contains("href=\"/tasks/new\"");
        assertThat(get("vanphong", "/tasks/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Giao việc", "Huyện ủy Sông Lam", "Lam Thượng");
        for (var other : List.of("xa01", "bithu01", "kiemtra")) {
            assertThat(get(other, "/tasks")).bodyText().doesNotContain("/tasks/new");
            assertThat(get(other, "/tasks/new")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(give(other, order("Việc không được giao"), List.of("SL-01")))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(count("Việc không được giao")).isZero();
    }

    @Test
    void whatIsVagueIsAskedBackAndNothingTypedIsLost() {
        var fields = new HashMap<String, String>();
        fields.put("text", "Tăng cường vệ sinh <b>môi trường</b>");
        fields.put("noDate", "Chờ kế hoạch của tỉnh");

        var answer = give("vanphong", fields, List.of());

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer)
                .bodyText()
                .contains("Đơn vị nào làm?", "Ai chịu trách nhiệm?", "Đo bằng gì?", "Nộp sản phẩm gì?")
                .contains("Tăng cường vệ sinh &lt;b", "Chờ kế hoạch của tỉnh")
                .doesNotContain("id=\"due-error\"");
        assertThat(count("Tăng cường vệ sinh <b>môi trường</b>")).isZero();
    }

    @Test
    void severalUnitsGetOneOrderAndAPartEachOnTheirDesks() {
        var fields = order("Rà soát điểm tập kết rác dọc kênh chính");
        fields.put("basis", "Chỉ đạo của Thường trực Huyện ủy");
        var answer = give("vanphong", fields, List.of("SL-03", "SL-05"));

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        var page = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(get("vanphong", page)).bodyText().contains("Rà soát điểm tập kết rác", "Cồn Soi", "Khe Sậy");
        assertThat(get("vanphong", page + "?tab=source")).bodyText().contains("Chỉ đạo của Thường trực Huyện ủy");
        assertThat(count("Rà soát điểm tập kết rác dọc kênh chính"))
                .as("the whole and its two parts")
                .isEqualTo(3);
        for (var head : List.of("bithu03", "bithu05")) {
            assertThat(get(head, "/desk")).bodyText().contains("Rà soát điểm tập kết rác");
            assertThat(get(head, "/inbox"))
                    .bodyText()
                    .contains("Rà soát điểm tập kết rác", "Chỉ đạo của Thường trực Huyện ủy");
        }
        assertThat(get("bithu04", "/desk")).bodyText().doesNotContain("Rà soát điểm tập kết rác");
        assertThat(get("bithu04", page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSameFormSentTwiceIsOneOrder() {
        var fields = order("Lập sổ theo dõi đơn thư");
        var first = give("vanphong", fields, List.of("SL-06"));
        var second = give("vanphong", fields, List.of("SL-06"));

        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
        assertThat(count("Lập sổ theo dõi đơn thư")).isEqualTo(1);
    }

    @Test
    void whatIsMissingMayHaveItsReason() {
        var fields = new HashMap<String, String>();
        fields.put("text", "Chuẩn bị tổng kết năm");
        fields.put("noUnit", "Sẽ phân công sau khi có đề cương");
        fields.put("noPerson", "Sẽ phân công sau");
        fields.put("noDate", "Theo lịch của tỉnh");
        fields.put("noMeasure", "Theo đề cương");
        fields.put("noProduct", "Theo đề cương");

        var answer = give("vanphong", fields, List.of());

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("vanphong", String.valueOf(answer.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("Sẽ phân công sau khi có đề cương");
        fields.put("text", "Việc có chức danh mà không có đơn vị");
        fields.remove("noPerson");
        fields.put("post", "BI_THU");
        assertThat(give("vanphong", fields, List.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void onePersonForOneUnitAndNoDayGoneBy() {
        var fields = order("Báo cáo nhanh tình hình lũ");
        fields.remove("post");
        fields.put("person", person("bithu07"));
        assertThat(give("vanphong", fields, List.of("SL-07", "SL-08")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chỉ chọn một người cụ thể");
        fields.put("due", "2018-10-31");
        assertThat(give("vanphong", fields, List.of("SL-07")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hạn phải từ hôm nay");
        fields.put("due", "2018-11-05");
        assertThat(give("vanphong", fields, List.of("SL-07"))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("bithu07", "/tasks?view=mine")).bodyText().contains("Báo cáo nhanh tình hình lũ");
    }

    @Test
    void nobodyOrdersBeyondTheirOwnUnits() {
        var account = accounts.byLogin("bithu09").orElseThrow();
        viewer.run(
                Viewer.SYSTEM,
                () -> grants.grant(
                        account,
                        Capability.TASK_ASSIGN,
                        unit("SL-09"),
                        Reach.BELOW,
                        DateRange.from(java.time.LocalDate.of(2018, 1, 1))));
        var fields = order("Việc của xã khác");
        fields.put("giver", unit("SL-09").value().toString());

        assertThat(give("bithu09", fields, List.of("SL-10"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        fields.put("giver", unit("SL").value().toString());
        assertThat(give("bithu09", fields, List.of("SL-09"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(count("Việc của xã khác")).isZero();
        fields.put("giver", unit("SL-09").value().toString());
        assertThat(give("bithu09", fields, List.of("SL-09"))).hasStatus(HttpStatus.SEE_OTHER);
    }

    /** A complete order but for its units. */
    private Map<String, String> order(String text) {
        var fields = new HashMap<String, String>();
        fields.put("id", Uuid7.next().toString());
        fields.put("giver", unit("SL").value().toString());
        fields.put("text", text);
        fields.put("post", "BI_THU");
        fields.put("due", "2018-11-20");
        fields.put("measure", "Danh sách có chữ ký");
        fields.put("product", "Danh sách nộp Văn phòng");
        return fields;
    }

    private MvcTestResult give(String login, Map<String, String> fields, List<String> units) {
        var request = mvc.post().uri("/tasks").with(csrf()).with(SignIn.as(accounts, login));
        fields.putIfAbsent("giver", unit("SL").value().toString());
        fields.forEach(request::param);
        var ids = new ArrayList<String>();
        units.forEach(code -> ids.add(unit(code).value().toString()));
        request.param("units", ids.toArray(String[]::new));
        return request.exchange();
    }

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private UnitId unit(String code) {
        return organization.idOf(code);
    }

    private String person(String login) {
        return jdbc.queryForObject("select person_id from identity.account where login = ?", UUID.class, login)
                .toString();
    }

    private int count(String title) {
        return jdbc.queryForObject("select count(*) from tasks.task where title = ?", Integer.class, title);
    }
}
