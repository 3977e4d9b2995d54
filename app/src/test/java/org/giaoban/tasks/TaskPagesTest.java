package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.Order.Assignee;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of tasks as the giver, the unit that owes, and another unit see them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TaskPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void aTaskGoesFromGivenToConfirmedOverThePages() {
        var id = give("Nộp <phương án> sáp nhập", LocalDate.of(2018, 11, 20), "SL-03");

        assertThat(get("bithu03", "/tasks")).hasStatusOk().bodyText().contains("Nộp &lt;phương án&gt; sáp nhập");
        assertThat(post("bithu03", id, "accept")).hasStatus3xxRedirection();
        assertThat(report("bithu03", id, "", null)).hasStatus(422);
        assertThat(report("bithu03", id, "Phương án số 12-PA/ĐU", "phuong-an.txt"))
                .hasStatus3xxRedirection();
        assertThat(get("bithu03", "/tasks/" + id.value()))
                .bodyText()
                .contains("Phương án số 12-PA/ĐU", "phuong-an.txt", "Đã báo xong, chờ xác nhận");

        assertThat(get("vanphong", "/tasks/" + id.value())).bodyText().contains("Xác nhận đã xong");
        assertThat(post("vanphong", id, "confirm")).hasStatus3xxRedirection();
        assertThat(get("vanphong", "/tasks/" + id.value())).bodyText().contains("hoàn thành đúng hạn");
        assertThat(post("vanphong", id, "confirm")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void anotherUnitsTaskDoesNotExist() {
        var id = give("Việc của Bãi Dâu", LocalDate.of(2018, 11, 20), "SL-02");

        assertThat(get("bithu03", "/tasks/" + id.value())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("bithu03", id, "accept")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("bithu02", id, "confirm").getResponse().getStatus()).isIn(403, 404);
        assertThat(get("bithu03", "/tasks?view=unit")).bodyText().doesNotContain("Việc của Bãi Dâu");
    }

    @Test
    void inEveryOrderEachTaskStandsOnOnePageOnly() {
        for (var number = 0; number < 30; number++) {
            give("Việc thứ " + number % 7, LocalDate.of(2018, 12, 1 + number % 5), "SL-07");
        }
        for (var sort : List.of("due", "-due", "title", "-title")) {
            var seen = new ArrayList<String>();
            var next = "/tasks?view=unit&sort=" + sort;
            while (next != null) {
                var page =
                        new String(get("vanphong", next).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
                seen.addAll(found(TASK_LINK, page));
                next = found(NEXT_LINK, page).stream().findFirst().orElse(null);
            }
            assertThat(seen).as(sort).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        }
    }

    private static final Pattern TASK_LINK = Pattern.compile("<td[^>]*><a href=\"(/tasks/[0-9a-f-]{36})\"");
    private static final Pattern NEXT_LINK = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Test
    void theListNarrowsByStateUnitAndLatenessAndExportsTheSameRows() {
        give("Việc đã trễ", LocalDate.of(2018, 10, 20), "SL-05");
        give("Việc còn hạn", LocalDate.of(2018, 12, 20), "SL-06");
        var unit = organization.idOf("SL-06");

        assertThat(get("vanphong", "/tasks?view=given&overdue=true"))
                .bodyText()
                .contains("Việc đã trễ", "Quá hạn")
                .doesNotContain("Việc còn hạn");
        assertThat(get("vanphong", "/tasks?view=given&unit=" + unit))
                .bodyText()
                .contains("Việc còn hạn")
                .doesNotContain("Việc đã trễ");
        assertThat(text(get("vanphong", "/tasks.csv?view=given&unit=" + unit)))
                .contains("Việc còn hạn", "Rú Mây")
                .doesNotContain("Việc đã trễ");
        assertThat(get("vanphong", "/tasks.xlsx?view=given").getResponse().getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void theDeskShowsWhatMyUnitOwesAndTheBadgeCountsIt() {
        var id = give("Việc trên bàn", LocalDate.of(2018, 10, 25), "SL-08");

        assertThat(get("xa08", "/desk"))
                .hasStatusOk()
                .bodyText()
                .contains("Việc trên bàn", "hạn 25/10/2018, quá 7 ngày");
        report("bithu08", id, "xong", null);
        assertThat(get("xa08", "/desk")).bodyText().doesNotContain("Việc trên bàn");
        assertThat(get("vanphong", "/desk")).bodyText().contains("Việc trên bàn", "Chờ tôi xác nhận");
    }

    @Test
    void manyReportsAreConfirmedAtOnce() {
        var first = give("Báo thứ nhất", LocalDate.of(2018, 11, 20), "SL-09");
        var second = give("Báo thứ hai", LocalDate.of(2018, 11, 20), "SL-10");
        report("bithu09", first, "xong", null);
        report("bithu10", second, "xong", null);

        var sent = mvc.post()
                .uri("/tasks/confirm")
                .param("task", first.value().toString(), second.value().toString())
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(tasks.find(second, LocalDate.of(2018, 11, 2)).orElseThrow().state())
                .isEqualTo(TaskState.CONFIRMED);
    }

    private TaskId give(String title, LocalDate due, String... codes) {
        var assignees = Arrays.stream(codes)
                .map(code -> new Assignee(organization.idOf(code), null, "BI_THU"))
                .toList();
        var source = new SourceRef("test", UUID.randomUUID(), "Kết luận thử", "/meetings");
        var order =
                new Order(title, "một văn bản", due, assignees, organization.idOf("SL"), source, Order.Reasons.NONE);
        return viewer.as(Viewer.SYSTEM, () -> tasks.assign(order));
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, TaskId id, String act) {
        return mvc.post()
                .uri("/tasks/{id}/{act}", id.value(), act)
                .with(SignIn.as(accounts, login))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult report(String login, TaskId id, String proof, String file) {
        var request = mvc.post().uri("/tasks/{id}/report", id.value()).multipart();
        if (file != null) {
            request.file(
                    new MockMultipartFile("files", file, "text/plain", "Nội dung".getBytes(StandardCharsets.UTF_8)));
        }
        return request.param("proof", proof)
                .with(SignIn.as(accounts, login))
                .with(csrf())
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
