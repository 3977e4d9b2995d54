package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.notification.ReminderSource;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever answers requests is told before the clock of the law runs out: two working days, says the profile for 2018. */
@GiaoBanTest(story = "vu-quang-2018-11")
class RequestRemindersTest {

    private static final LocalDate RECEIVED = LocalDate.of(2018, 11, 1);

    @Autowired
    ObjectProvider<ReminderSource> sources;

    @Autowired
    Requests requests;

    @Autowired
    RequestNotices notices;

    @Autowired
    Holders holders;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    private final UUID id = UUID.randomUUID();

    /** Received on a Thursday, so the answer is due on Monday, the deed on Wednesday the twenty-first. */
    private Request asksToBeErased(String login) {
        var asker = somebody(login);
        viewer.run(
                asker,
                () -> requests.raise(
                        holders.of(asker),
                        new Request.Asked(RequestKind.ERASE, "Xin xóa dữ liệu của tôi", Request.Channel.ONLINE),
                        id));
        return viewer.as(Viewer.SYSTEM, () -> requests.get(id));
    }

    @Test
    void theAnswerIsRemindedOfTwoWorkingDaysAheadAndWhenItIsLate() {
        var request = asksToBeErased("xa08");
        assertThat(request.due()).isEqualTo(LocalDate.of(2018, 11, 5));

        assertThat(on(RECEIVED.minusDays(1))).isEmpty();
        assertThat(people(on(RECEIVED)))
                .isEqualTo(notices.officers(request.unit()))
                .isNotEmpty();
        assertThat(words(on(RECEIVED))).containsOnly("personaldata.remind.soon");
        assertThat(words(on(request.due()))).containsOnly("personaldata.remind.soon");
        assertThat(words(on(request.due().plusDays(1)))).containsOnly("personaldata.remind.late");
        assertThat(on(RECEIVED))
                .allSatisfy(line -> assertThat(
                                Texts.text(line.textKey(), line.args().toArray()))
                        .contains(request.number().text(), "05/11/2018"));
    }

    @Test
    void onceAcceptedTheDeedIsRemindedOfAndOnceClosedNothing() {
        var request = asksToBeErased("xa09");
        var officer = accounts.viewer(
                        notices.officers(request.unit()).iterator().next())
                .orElseThrow();
        viewer.run(officer, () -> requests.accept(id));

        assertThat(on(RECEIVED)).isEmpty();
        assertThat(on(LocalDate.of(2018, 11, 18))).as("a Sunday").isEmpty();
        assertThat(on(LocalDate.of(2018, 11, 19))).isNotEmpty();

        viewer.run(officer, () -> requests.refuse(id, "Luật buộc phải giữ"));
        assertThat(on(LocalDate.of(2018, 11, 19))).isEmpty();
    }

    private List<Reminder> on(LocalDate day) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> sources.stream()
                        .flatMap(source -> source.due(day).stream())
                        .filter(line -> line.href().endsWith(id.toString()))
                        .toList());
    }

    private static Set<AccountId> people(List<Reminder> lines) {
        return lines.stream().map(line -> ((Recipient.Account) line.to()).id()).collect(Collectors.toSet());
    }

    private static List<String> words(List<Reminder> lines) {
        return lines.stream().map(Reminder::textKey).toList();
    }

    private Viewer somebody(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow();
    }
}
