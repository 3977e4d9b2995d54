package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two people at one task, and one act for many tasks. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(Given.class)
class TaskRacesTest {

    private static final LocalDate DUE = LocalDate.of(2018, 11, 20);
    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static final Instant THEN = Instant.parse("2018-10-20T03:00:00Z");

    @Autowired
    private Given given;

    @Autowired
    private TaskWork work;

    @Autowired
    private BulkWork bulk;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Test
    void ofConfirmingAndReturningAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        for (var round = 0; round < 8; round++) {
            var id = reported("Hai người cùng xử lý " + round);
            var outcomes = together(
                    () -> given.as("vanphong", () -> told(() -> work.confirm(List.of(id.value())))),
                    () -> given.as("thuongtruc", () -> told(() -> work.giveBack(id.value(), "Còn thiếu phụ lục"))));

            assertThat(outcomes).as("one is told").containsOnlyOnce("done");
            var state = given.line(id, TODAY).state();
            assertThat(outcomes.indexOf("done")).isEqualTo(state == TaskState.CONFIRMED ? 0 : 1);
            assertThat(outcomes).anyMatch(said -> said.contains(TaskWords.state(state)));
        }
    }

    @Test
    void whoeverComesTooLateKeepsWhatTheyWrote() {
        var id = reported("Trả lại muộn");
        given.as("vanphong", () -> told(() -> work.confirm(List.of(id.value()))));

        var late = mvc.post()
                .uri("/tasks/{id}/return", id.value())
                .param("returnReason", "Bảng phân công chưa có chữ ký")
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();

        assertThat(late)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("nay đã ở bước “Đã xong”", "Bảng phân công chưa có chữ ký");
    }

    @Test
    void theSameRemarkTwiceInAMomentIsOne() {
        var id = given.order("Ghi tiến độ hai lần", DUE, "SL-02");
        given.as("bithu02", () -> {
            work.advance(id.value(), 40, "Đã họp");
            work.advance(id.value(), 40, "Đã họp");
            return id;
        });
        var page = mvc.get()
                .uri("/tasks/{id}", id.value())
                .with(SignIn.as(accounts, "bithu02"))
                .exchange();
        assertThat(page).bodyText().containsOnlyOnce("<p>Đã họp</p>");
    }

    @Test
    void manyAreLookedAtFirstAndThenDoneButForThoseRefused() {
        var open = given.order("Lùi được", DUE, "SL-01", "SL-02");
        var reported = reported("Đã báo rồi");
        var asked = given.order("Đang xin", DUE, "SL-03");
        given.deeds(asked, "SL-03", new Deed(Act.ASK_EXTENSION, THEN, Viewer.SYSTEM, "Mưa", null, DUE.plusDays(3)));
        var chosen = List.of(open.value(), reported.value(), asked.value());
        var form = new Bulk(Bulk.What.EXTEND, chosen, DUE.plusDays(10), null, "Chờ hướng dẫn");

        var preview = given.as("vanphong", () -> bulk.preview(form));
        assertThat(preview.verdicts()).hasSize(4);
        assertThat(preview.doable()).isEqualTo(2);
        assertThat(preview.verdicts())
                .extracting(BulkWork.Verdict::refusal)
                .contains("Đã báo xong, đang chờ xác nhận", "Có đề nghị gia hạn đang chờ trả lời");
        assertThat(given.as("bithu09", () -> bulk.preview(form)).verdicts()).isEmpty();

        assertThat(given.as("vanphong", () -> bulk.carryOut(form))).isEqualTo(2);
        assertThat(given.line(open, TODAY).extensions()).isEqualTo(1);
        assertThat(given.line(asked, TODAY).dueOn()).isEqualTo(DUE);
        assertThat(given.as("vanphong", () -> bulk.carryOut(form)))
                .as("sent twice")
                .isZero();
    }

    @Test
    void aTaskIsHandedOnlyToSomebodyOfItsUnitAndRemindedOnceADay() {
        var order = given.order("Chuyển người", DUE, "SL-04");
        var preview = given.as(
                "vanphong",
                () -> bulk.preview(new Bulk(Bulk.What.HAND_OVER, List.of(order.value()), null, null, null)));
        var person = new org.giaoban.kernel.PersonId(
                java.util.UUID.fromString(preview.people().keySet().iterator().next()));
        var stranger = given.as("bithu05", () -> person("bithu05"));

        var wrong = new Bulk(Bulk.What.HAND_OVER, List.of(order.value()), null, stranger, null);
        assertThat(given.as("vanphong", () -> bulk.carryOut(wrong))).isZero();
        var right = new Bulk(Bulk.What.HAND_OVER, List.of(order.value()), null, person, null);
        assertThat(given.as("vanphong", () -> bulk.carryOut(right))).isEqualTo(1);

        var remind = new Bulk(Bulk.What.REMIND, List.of(order.value()), null, null, null);
        assertThat(given.as("vanphong", () -> bulk.carryOut(remind))).isEqualTo(1);
        assertThat(given.as("vanphong", () -> bulk.carryOut(remind))).isZero();
    }

    private org.giaoban.kernel.PersonId person(String login) {
        return accounts.viewer(accounts.byLogin(login).orElseThrow())
                .orElseThrow()
                .person();
    }

    private TaskId reported(String title) {
        var id = given.order(title, DUE, "SL-05");
        given.deeds(id, "SL-05", Deed.of(Act.REPORT, THEN, Viewer.SYSTEM, "xong"));
        return id;
    }

    private static String told(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refused refused) {
            return refused.text();
        }
    }

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            Future<String> second = threads.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        }
    }
}
