package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A breach from the first word to the last, under the clock of 72 hours. */
@GiaoBanTest(story = "vu-quang-2018-11")
class BreachTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Organization organization;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void nothingIsClosedBeforeThoseWereToldWhoHaveToKnow() throws Exception {
        var id = register("Mất máy tính xách tay", Duration.ofHours(2));
        var page = "/personal-data/breaches/" + id;
        assertThat(body(get("vanphong", page))).contains("còn 69 giờ để thông báo", "Đánh giá mức độ vi phạm");

        assertThat(post("vanphong", page + "/close", Map.of("text", "Xong")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy đánh giá mức độ");
        assertThat(post(
                        "vanphong",
                        page + "/assess",
                        Map.of("level", "", "consequences", "Có thể lộ", "measures", "Khóa máy")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy chọn mức độ", "Có thể lộ", "Khóa máy");
        assertThat(post("vanphong", page + "/assess", with("affected", "chừng 20")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ghi bằng chữ số", "chừng 20");
        assertThat(post("vanphong", page + "/assess", assessment())).hasStatus3xxRedirection();
        assertThat(post("vanphong", page + "/close", Map.of("text", "Xong")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("vanphong", page + "/report", Map.of("text", "Công văn 12-CV/HU")))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", page + "/report", Map.of("text", "Lần hai")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("vanphong", page + "/close", Map.of("text", "Xong")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Chưa báo cho người bị ảnh hưởng");
        assertThat(post("vanphong", page + "/tell", Map.of("text", "Gọi điện từng người")))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", page + "/close", Map.of("text", "Máy được mã hóa")))
                .hasStatus3xxRedirection();
        assertThat(body(get("vanphong", page))).contains("đã kết thúc", "Máy được mã hóa", "Công văn 12-CV/HU");
    }

    @Test
    void whatIsFoundTooLateIsLateAndNobodyFindsOutInTheFuture() throws Exception {
        var id = register("Lộ mật khẩu chung", Duration.ofHours(80));

        assertThat(body(get("vanphong", "/personal-data/breaches")))
                .contains("Lộ mật khẩu chung", "quá hạn thông báo 8 giờ");
        assertThat(post("vanphong", "/personal-data/breaches", form("Mai", Duration.ofHours(-5))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("không muộn hơn bây giờ", "Mai");
        assertThat(rows("vanphong", id)).isEqualTo(1);
        for (var login : List.of("xa01", "bithu01", "kiemtra")) {
            assertThat(get(login, "/personal-data/breaches/" + id)).as(login).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(rows(login, id)).as(login).isZero();
        }
    }

    @Test
    void theNoticeIsAWordFileOfTheOffice() throws Exception {
        var id = register("Gửi nhầm thư", Duration.ofHours(1));
        post("vanphong", "/personal-data/breaches/" + id + "/assess", assessment());

        var file = get("vanphong", "/personal-data/breaches/" + id + "/notice")
                .getResponse()
                .getContentAsByteArray();
        assertThat(Office.text(file, "docx").replaceAll("\\s+", " "))
                .contains(
                        "THÔNG BÁO",
                        "Gửi nhầm thư",
                        "Họ tên, số điện thoại",
                        "Có thể bị quấy rối",
                        "chưa thực hiện",
                        "12")
                .doesNotContain("{{");
    }

    @Test
    void theStoryShowsABreachWhoseClockRuns() throws Exception {
        assertThat(body(get("vanphong", "/desk"))).contains("Gửi nhầm danh sách liên hệ", "giờ để thông báo");
        assertThat(body(get("vanphong", "/personal-data"))).contains("Đính chính", "Nhận bản sao");
    }

    @Test
    void theOrdersOfABreachOpenLikeAnyOther() throws Exception {
        var orders = viewer.as(
                Viewer.SYSTEM,
                () -> transaction.execute(status -> db.fetch("select id from tasks.task where source_kind = 'breach'")
                        .map(row -> row.get(0, UUID.class))));

        assertThat(orders).isNotEmpty();
        for (var order : orders) {
            assertThat(body(get("vanphong", "/tasks/" + order))).contains("dữ liệu cá nhân");
        }
    }

    /** Two officers close the same breach at once: the row is held, the second is told. */
    @Test
    void ofTwoWhoCloseAtOnceOneIsTold() throws Exception {
        var id = register("Hai người cùng kết thúc", Duration.ofHours(3));
        var page = "/personal-data/breaches/" + id;
        post("vanphong", page + "/assess", with("level", "NONE"));

        try (var both = Executors.newFixedThreadPool(2)) {
            var closing = (Callable<Integer>) () -> post("vanphong", page + "/close", Map.of("text", "Xong"))
                    .getResponse()
                    .getStatus();
            var first = both.submit(closing);
            var second = both.submit(closing);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(303, 422);
        }
    }

    private Map<String, String> assessment() {
        return Map.of(
                "level",
                "REPORT_AND_TELL",
                "affected",
                "12",
                "consequences",
                "Có thể bị quấy rối",
                "measures",
                "Đã thu hồi");
    }

    private Map<String, String> with(String name, String value) {
        var cells = new HashMap<>(assessment());
        cells.put(name, value);
        return cells;
    }

    private UUID register(String title, Duration ago) {
        var form = form(title, ago);
        assertThat(post("vanphong", "/personal-data/breaches", form)).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/personal-data/breaches", form))
                .as("sent twice")
                .hasStatus3xxRedirection();
        return UUID.fromString(form.get("once"));
    }

    private Map<String, String> form(String title, Duration ago) {
        var form = new HashMap<String, String>();
        form.put("once", UUID.randomUUID().toString());
        form.put("unit", organization.idOf("SL").toString());
        form.put("title", title);
        form.put("found", LocalDateTime.now(clock).minus(ago).withNano(0).toString());
        form.put("happened", "Chuyện đã xảy ra");
        form.put("kinds", "Họ tên, số điện thoại");
        return form;
    }

    private int rows(String login, UUID id) {
        return viewer.as(
                accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow(),
                () -> transaction.execute(status -> db.fetch("select 1 from personaldata.breach where id = ?", id)
                        .size()));
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String path, Map<String, String> cells) {
        var request = mvc.post().uri(path).with(SignIn.as(accounts, login)).with(csrf());
        cells.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
