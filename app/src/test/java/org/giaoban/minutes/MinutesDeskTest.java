package org.giaoban.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.organization.Organization;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes lie on the desk of whoever has the next step, and leave it when the step is done. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class MinutesDeskTest {

    private static final String PASSWORD = "giaoban-2018";

    @Autowired
    private MinutesDesk desk;

    @Autowired
    private NoticeDesk notices;

    @Autowired
    private MinutesWork work;

    @Autowired
    private Signing signing;

    @Autowired
    private ConclusionNotice notice;

    @Autowired
    private RemarkRepository remarks;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Organization organization;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private StoryClock clock;

    @Autowired
    private DSLContext db;

    @Test
    void everyStepWaitsForOneAndLeavesTheDeskWhenDone() {
        clock.startAt(Instant.parse("2018-11-02T04:00:00Z"));
        var october = meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 10))
                .orElseThrow()
                .id();
        forget(october);
        as("chanhvp", () -> drafting.draw(october));
        assertThat(details("vanphong", desk)).isEmpty();
        as("vanphong", () -> work.takeOver(october));
        assertThat(details("vanphong", desk))
                .containsExactly("Dự thảo biên bản họp ngày 04/10/2018: đọc và lấy ý kiến người dự");
        assertThat(details("chanhvp", desk)).isEmpty();
        assertThat(details("chanhvp", notices)).contains("Họp ngày 04/10/2018: soát và ban hành thông báo kết luận");
        assertThat(details("bithu03", notices)).isEmpty();

        as("vanphong", () -> work.readOut(october, 24));
        assertThat(details("vanphong", desk)).isEmpty();
        as("bithu03", () -> work.remark(october, 1, "Giờ bế mạc ghi chưa đúng"));
        assertThat(details("vanphong", desk))
                .containsExactly("Biên bản họp ngày 04/10/2018: 1 ý kiến chờ thư ký trả lời");
        assertThat(items("vanphong", desk).getFirst().dueOn()).isEqualTo(LocalDate.of(2018, 11, 3));

        clock.startAt(Instant.parse("2018-11-05T04:00:00Z"));
        var remark = remarks.remarks(october).getFirst().id();
        as("vanphong", () -> work.answer(october, remark, true, null));
        assertThat(details("vanphong", desk).getFirst()).contains("chờ thông qua và lấy số");
        as("vanphong", () -> work.adopt(october));
        assertThat(details("vanphong", desk).getFirst()).contains("chờ thư ký ký");
        assertThat(details("thuongtruc", desk)).containsExactly("Biên bản họp ngày 04/10/2018: chờ chủ trì ký");

        as("vanphong", () -> signing.sign(october, Role.SECRETARY, PASSWORD));
        as("thuongtruc", () -> signing.sign(october, Role.CHAIR, PASSWORD));
        as("chanhvp", () -> notice.issue(october));
        assertThat(details("vanphong", desk)).isEmpty();
        assertThat(details("thuongtruc", desk)).isEmpty();
        assertThat(details("chanhvp", notices)).noneMatch(line -> line.contains("04/10/2018"));
    }

    /** The story's own minutes of October, so that they are drawn up anew. */
    private void forget(MeetingId meeting) {
        for (var table : List.of("signature", "remark", "addendum", "section", "record")) {
            db.execute("delete from minutes." + table + " where meeting_id = ?", meeting.value());
        }
    }

    private List<String> details(String login, DeskSource source) {
        return items(login, source).stream().map(DeskItem::detail).toList();
    }

    /** The number is that of the rows, whoever looks. */
    private List<DeskItem> items(String login, DeskSource source) {
        var today = LocalDate.now(clock);
        var who = accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
        var items = viewer.as(who, () -> source.items(today, 999));
        assertThat(viewer.as(who, () -> source.count(today))).isEqualTo(items.size());
        return items;
    }

    private void as(String login, Runnable act) {
        viewer.run(accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow(), act);
    }
}
