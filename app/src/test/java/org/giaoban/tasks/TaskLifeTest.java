package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.Order.Assignee;
import org.giaoban.tasks.TaskLine.Mark;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders on the real database: one parent and a child per unit, each with its own state. */
@GiaoBanTest(story = "vu-quang-2018-11")
class TaskLifeTest {

    private static final LocalDate DUE = LocalDate.of(2018, 11, 20);
    private static final Instant THEN = Instant.parse("2018-11-02T03:00:00Z");

    @Autowired
    private Tasks tasks;

    @Autowired
    private TaskWork work;

    @Autowired
    private TaskReminders reminders;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void anOrderToSeveralUnitsHasALightEachAndClosesWithTheLast() {
        var order = give("Rà soát quỹ đất", "SL-01", "SL-02");
        assertThat(line(order).lights()).extracting(TaskLine.Light::mark).containsOnly(Mark.OPEN);

        finish(order, "SL-01");
        assertThat(line(order).lights()).extracting(TaskLine.Light::mark).containsExactly(Mark.DONE, Mark.OPEN);
        assertThat(line(order).state()).isEqualTo(TaskState.GIVEN);

        finish(order, "SL-02");
        assertThat(line(order).state()).isEqualTo(TaskState.CONFIRMED);
    }

    @Test
    void anOrderToOneUnitIsOneTask() {
        var order = give("Lập danh sách hộ nghèo", "SL-03");

        assertThat(line(order).lights()).singleElement().satisfies(light -> {
            assertThat(light.task()).isEqualTo(order);
            assertThat(light.unitName()).isEqualTo("Cồn Soi");
        });
    }

    @Test
    void theSameUnitIsGivenAnOrderOnce() {
        assertThatThrownBy(() -> give("Hai lần", "SL-04", "SL-04"))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void returnedWorkIsReportedAgainAndAConfirmedTaskIsFinal() {
        var order = give("Sửa quy chế", "SL-05");
        enter(order, "SL-05", deed(Act.REPORT, "Bản thứ nhất"), deed(Act.RETURN, "Thiếu phần phân công"));
        assertThat(line(order).state()).isEqualTo(TaskState.RETURNED);
        assertThat(line(order).lights().getFirst().lastWord()).isEqualTo("Thiếu phần phân công");

        enter(order, "SL-05", deed(Act.REPORT, "Bản thứ hai"), deed(Act.CONFIRM, null));
        assertThatThrownBy(() -> enter(order, "SL-05", deed(Act.CANCEL, "x"))).isInstanceOf(Refused.class);
    }

    @Test
    void anExtensionIsAskedForGrantedAndCounted() {
        var order = give("Hoàn thành sân thể thao", "SL-06");
        asSystem(() -> work.askExtension(order.value(), DUE.plusDays(10), "Mưa kéo dài"));
        assertThatThrownBy(() -> asSystem(() -> work.askExtension(order.value(), DUE.plusDays(20), "Lần nữa")))
                .isInstanceOf(Refused.class);

        asSystem(() -> work.grantExtension(order.value(), null));

        assertThat(line(order).dueOn()).isEqualTo(DUE.plusDays(10));
        assertThat(line(order).firstDueOn()).isEqualTo(DUE);
        assertThat(line(order).extensions()).isEqualTo(1);
    }

    @Test
    void aRefusedExtensionMovesNothing() {
        var order = give("Nạo vét kênh", "SL-07");
        asSystem(() -> work.askExtension(order.value(), DUE.plusDays(10), "Thiếu máy"));
        asSystem(() -> work.refuseExtension(order.value(), "Đã hỗ trợ máy"));

        assertThat(line(order).dueOn()).isEqualTo(DUE);
        assertThat(line(order).extensions()).isZero();
    }

    @Test
    void cancellingAnOrderTouchesOnlyWhatIsOpen() {
        var order = give("Kiểm đếm", "SL-08", "SL-09");
        finish(order, "SL-08");
        asSystem(() -> work.cancel(order.value(), "Đã có văn bản mới"));

        assertThat(line(order).lights()).extracting(TaskLine.Light::mark).containsExactly(Mark.DONE, Mark.OFF);
        assertThat(line(order).state()).isEqualTo(TaskState.CONFIRMED);
    }

    @Test
    void aParentIsNotActedOnItself() {
        var order = give("Việc chung", "SL-10", "SL-11");

        assertThatThrownBy(() -> asSystem(() -> work.accept(order.value()))).isInstanceOf(Refused.class);
    }

    @Test
    void aBulkConfirmationIsAllOrNothing() {
        var ready = give("Đã báo", "SL-12");
        var open = give("Chưa báo", "SL-12");
        enter(ready, "SL-12", deed(Act.REPORT, "xong"));

        assertThatThrownBy(() -> asSystem(() -> work.confirm(List.of(ready.value(), open.value()))))
                .isInstanceOf(Refused.class);
        assertThat(line(ready).state()).isEqualTo(TaskState.REPORTED);

        asSystem(() -> work.confirm(List.of(ready.value())));
        assertThat(line(ready).state()).isEqualTo(TaskState.CONFIRMED);
    }

    @Test
    void whatIsMissingCarriesItsReasonOrIsRefusedByTheDatabase() {
        var none = new Order("Giữ gìn đoàn kết", null, null, List.of(), unit("SL"), source(), Order.Reasons.NONE);
        assertThatThrownBy(() -> asSystem(() -> tasks.assign(none)))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        var reasons = new Order.Reasons("mọi đơn vị", "cấp ủy", "thường xuyên", "định tính");
        var said = new Order("Giữ gìn đoàn kết", null, null, List.of(), unit("SL"), source(), reasons);
        var id = viewer.as(Viewer.SYSTEM, () -> tasks.assign(said));
        assertThat(line(id).label()).isEqualTo(TaskLabel.UNDATED);
    }

    @Test
    void theDailyListNamesWhatIsLateOrDueWithinThreeDays() {
        var order = give("Nộp báo cáo chuyên đề", "SL-12");
        var href = "/tasks/" + order.value();

        assertThat(reminders.due(DUE.minusDays(4)))
                .noneMatch(reminder -> reminder.href().equals(href));
        assertThat(reminders.due(DUE.minusDays(3)))
                .filteredOn(reminder -> reminder.href().equals(href))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.textKey()).isEqualTo("tasks.remind.soon"));
        assertThat(reminders.due(DUE.plusDays(2)))
                .filteredOn(reminder -> reminder.href().equals(href))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.args()).contains("2"));
        enter(order, "SL-12", deed(Act.REPORT, "xong"));
        assertThat(reminders.due(DUE.plusDays(2)))
                .noneMatch(reminder -> reminder.href().equals(href));
    }

    private TaskId give(String title, String... codes) {
        var assignees = java.util.Arrays.stream(codes)
                .map(code -> new Assignee(unit(code), null, "BI_THU"))
                .toList();
        var order = new Order(title, "một báo cáo", DUE, assignees, unit("SL"), source(), Order.Reasons.NONE);
        return viewer.as(Viewer.SYSTEM, () -> tasks.assign(order));
    }

    private static SourceRef source() {
        return new SourceRef("test", UUID.randomUUID(), "Thử", "/meetings");
    }

    private void finish(TaskId order, String code) {
        enter(order, code, deed(Act.REPORT, "xong"), deed(Act.CONFIRM, null));
    }

    private void enter(TaskId order, String code, Deed... deeds) {
        asSystem(() -> tasks.enter(order, unit(code), List.of(deeds)));
    }

    private static Deed deed(Act act, String text) {
        return Deed.of(act, THEN, Viewer.SYSTEM, text);
    }

    private TaskLine line(TaskId id) {
        return viewer.as(Viewer.SYSTEM, () -> tasks.find(id, DUE.minusDays(10)).orElseThrow());
    }

    private UnitId unit(String code) {
        return organization.idOf(code);
    }

    private void asSystem(Runnable act) {
        viewer.run(Viewer.SYSTEM, act);
    }
}
