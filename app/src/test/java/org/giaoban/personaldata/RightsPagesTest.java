package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.people.People;
import org.giaoban.personaldata.Clocks.Count;
import org.giaoban.personaldata.Clocks.Span;
import org.giaoban.platform.Zone;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Somebody looks at their own data, sees who read them, asks for something and gets it in time. */
@GiaoBanTest(story = "vu-quang-2018-11")
class RightsPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    People people;

    @Autowired
    Requests requests;

    @Autowired
    DSLContext db;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everybodySeesTheirOwnDataAndNobodyElses() throws Exception {
        var mine = body(get("xa01", "/my-data"));

        assertThat(mine).contains("Lê Thị Thắm", "p-201@songlam.example", "Chỉ đạo, điều hành");
        assertThat(mine).doesNotContain("Nguyễn Văn Toại", "p-202@songlam.example");
        assertThat(body(get("xa02", "/my-data")))
                .contains("p-202@songlam.example")
                .doesNotContain("Lê Thị Thắm");
        assertThat(get("quantri", "/my-data"))
                .as("an account that is nobody in the register")
                .hasStatusOk();
    }

    @Test
    void theFileToTakeAlongSaysTheSameForProgramsAndForPeople() throws Exception {
        var begun = System.nanoTime();
        var file = get("xa01", "/my-data/export/json");
        var made = System.nanoTime();
        var json = JsonMapper.builder().build().readTree(body(file));
        var tables = new HashMap<String, Integer>();
        json.path("purposes")
                .forEach(purpose -> purpose.path("tables")
                        .forEach(table -> tables.put(
                                table.path("table").asString(),
                                table.path("rows").size())));

        assertThat(json.path("name").asString()).isEqualTo("Lê Thị Thắm");
        assertThat(tables).containsKeys("people.person", "people.contact", "identity.account", "reporting.unit_return");
        assertThat(body(file)).doesNotContain("argon2", "password_hash", "Nguyễn Văn Toại");
        var again = System.nanoTime();
        var pdf = get("xa01", "/my-data/export/pdf").getResponse().getContentAsByteArray();
        Evidence.of("personal-file")
                .say(
                        "%d tables, %d rows: JSON in %d ms, PDF in %d ms",
                        tables.size(),
                        tables.values().stream().mapToInt(Integer::intValue).sum(),
                        (made - begun) / 1_000_000,
                        (System.nanoTime() - again) / 1_000_000);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Lê Thị Thắm", "p-201@songlam.example");
        }
    }

    @Test
    void whoReadsAFileStandsThereWithTheReason() throws Exception {
        var href = "/people/" + people.byCode("P-203").orElseThrow();
        assertThat(body(get("xa03", "/my-data?tab=readers"))).contains("Chưa có ai xem");

        get("vanphong", href);
        get("vanphong", href);
        get("xa03", href);
        get("tochuc", href + "?tab=contact");
        get("vanphong", "/people/export?q=Nhàn");

        var seen = body(get("xa03", "/my-data?tab=readers"));
        assertThat(seen)
                .contains("Đinh Thị Mai An", "Phan Văn Tựu", "cách liên hệ", "danh sách tải về", "Xem hồ sơ người");
        assertThat(lines("P-203"))
                .as("one sitting is one line, one's own reading is none")
                .isEqualTo(4);
    }

    private int lines(String code) {
        return jdbc.queryForObject(
                "select count(*) from audit.entry where act = 'audit.read' and object_id = ?",
                Integer.class,
                people.byCode(code).orElseThrow().value());
    }

    @Test
    void aRequestGoesItsWayWithBothClocksInSight() throws Exception {
        var id = raise("xa04", "ACCESS", "Tôi muốn biết cơ quan đang giữ những gì.");
        var dates = viewer.as(Viewer.SYSTEM, () -> requests.get(id)).dates();
        var today = LocalDate.ofInstant(dates.received(), Zone.ID);

        assertThat(dates.answerDue()).isEqualTo(new WorkingCalendar(Set.of()).plusWorkingDays(today, 2));
        assertThat(dates.performDue()).isEqualTo(today.plusDays(10));
        assertThat(body(get("vanphong", "/desk"))).contains("Xem dữ liệu · Trần Văn Quế");
        assertThat(body(get("vanphong", "/personal-data"))).contains("Trần Văn Quế", "chờ trả lời");
        assertThat(post("vanphong", desk(id, "finish"), Map.of("text", "Xong")))
                .as("answered first")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("vanphong", desk(id, "accept"), Map.of())).hasStatus3xxRedirection();
        assertThat(post("vanphong", desk(id, "extend"), Map.of("text", "Phải hỏi thêm đơn vị khác")))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", desk(id, "extend"), Map.of("text", "Lần nữa")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("chỉ được kéo dài một lần", "Lần nữa");
        assertThat(post("vanphong", desk(id, "finish"), Map.of("text", "Đã gửi bản in")))
                .hasStatus3xxRedirection();

        assertThat(body(get("xa04", "/my-data/requests/" + id)))
                .contains("đã thực hiện", "Đã gửi bản in", "Phải hỏi thêm đơn vị khác");
        assertThat(body(get("xa04", "/inbox"))).contains("đã thực hiện xong");
    }

    @Test
    void theSameOnceMoreIsRefusedAndTheSameFormTwiceIsOneRequest() throws Exception {
        var once = UUID.randomUUID();
        var cells = Map.of("once", once.toString(), "kind", "OBJECT", "body", "Không đồng ý công khai");
        assertThat(post("xa05", "/my-data/requests", cells)).hasStatus3xxRedirection();
        assertThat(post("xa05", "/my-data/requests", cells)).hasStatus3xxRedirection();

        var again = new HashMap<>(cells);
        again.put("once", UUID.randomUUID().toString());
        again.put("body", "Vẫn không đồng ý");
        assertThat(post("xa05", "/my-data/requests", again))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đang có yêu cầu", "Vẫn không đồng ý");
        assertThat(post("xa05", "/my-data/requests/" + once + "/take-back", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(post("xa05", "/my-data/requests", again)).hasStatus3xxRedirection();
    }

    @Test
    void requestsAreSeenByTheirOwnerAndTheOfficeAloneAlsoInTheDatabase() throws Exception {
        var id = raise("xa06", "RECTIFY", "Ghi sai quê quán");

        for (var login : List.of("xa07", "bithu06", "bientap")) {
            assertThat(get(login, "/my-data/requests/" + id)).as(login).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(post(login, "/my-data/requests/" + id + "/take-back", Map.of()))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(rows(login, id)).as(login).isZero();
        }
        assertThat(get("bithu06", "/personal-data/requests/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(rows("xa06", id)).isEqualTo(1);
        assertThat(rows("vanphong", id)).isEqualTo(1);
    }

    private int rows(String login, UUID id) {
        return viewer.as(
                accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow(),
                () -> transaction.execute(status -> db.fetch("select 1 from personaldata.request where id = ?", id)
                        .size()));
    }

    @Test
    void whoIsRestrictedIsReadAndNotChanged() throws Exception {
        var id = raise("xa08", "RESTRICT", "Hồ sơ đang tranh chấp");
        var person = people.byCode("P-208").orElseThrow();
        var contact = Map.of("phone", "0239 555 0000", "email", "", "address", "");
        assertThat(post("vanphong", "/people/" + person + "/contact", contact)).hasStatus3xxRedirection();

        post("vanphong", desk(id, "accept"), Map.of());
        post("vanphong", desk(id, "finish"), Map.of("text", "Đã khóa"));

        assertThat(get("vanphong", "/people/" + person)).hasStatusOk();
        assertThat(post("vanphong", "/people/" + person + "/contact", contact))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("hạn chế xử lý", "0239 555 0000");
        assertThat(post("vanphong", desk(id, "lift"), Map.of())).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/people/" + person + "/contact", contact)).hasStatus3xxRedirection();
    }

    @Test
    void hoursDaysAndWorkingDaysEndWhenTheLawSays() {
        var calendar = new WorkingCalendar(Set.of(LocalDate.of(2026, 1, 1)));
        var wednesday = Instant.parse("2025-12-31T03:00:00Z");

        assertThat(new Span(Count.WORKING, 2).lastDay(wednesday, calendar)).isEqualTo("2026-01-05");
        assertThat(new Span(Count.DAYS, 2).lastDay(wednesday, calendar)).isEqualTo("2026-01-02");
        assertThat(new Span(Count.HOURS, 72).lastDay(wednesday, calendar)).isEqualTo("2026-01-03");
        assertThat(new Span(Count.HOURS, 72).until(wednesday, calendar)).isEqualTo("2026-01-03T03:00:00Z");
        assertThat(new Span(Count.DAYS, 2).until(wednesday, calendar)).isEqualTo("2026-01-02T17:00:00Z");
    }

    private UUID raise(String login, String kind, String words) {
        var once = UUID.randomUUID();
        assertThat(post(login, "/my-data/requests", Map.of("once", once.toString(), "kind", kind, "body", words)))
                .hasStatus3xxRedirection();
        return once;
    }

    private static String desk(UUID id, String act) {
        return "/personal-data/requests/" + id + "/" + act;
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
