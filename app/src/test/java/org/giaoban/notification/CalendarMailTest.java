package org.giaoban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.PersonId;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails with their calendar: at once after the commit, and never lost. */
@GiaoBanTest
class CalendarMailTest {

    private static final FakeSmtp SMTP = new FakeSmtp();
    private static final Mail.Calendar CANCEL =
            new Mail.Calendar(Mail.Method.CANCEL, "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n");

    /** More than the tries: a round in which the server could not be reached is no try. */
    private static final int MANY_ROUNDS = 20;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SMTP::port);
    }

    @Autowired
    Mails mails;

    @Autowired
    ReminderRound round;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StoryClock clock;

    private final PersonId person = PersonId.next();

    @BeforeEach
    void somebody() {
        SMTP.refuse(false);
        SMTP.down(false);
        SMTP.received().clear();
        accounts.create(new NewAccount(
                "mail" + person.value().toString().substring(24),
                "Người Nhận",
                person,
                "nguoi.nhan@example.org",
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    @AfterAll
    static void stop() throws Exception {
        SMTP.close();
    }

    @Test
    void leavesAtOnceWithItsCalendarAndOnlyOnce() {
        mails.sendAll(List.of(mail("off"), new Mail(PersonId.next(), "Khong ai", "x", null, "off")));
        mails.sendAll(List.of(mail("off")));
        awaitProgress("off", Mails.Progress.SENT);
        round.run();

        assertThat(SMTP.received()).hasSize(1);
        assertThat(SMTP.received().getFirst()).contains("Huy hop", "text/calendar", "method=CANCEL", "invite.ics");
    }

    @Test
    void nothingLeavesBeforeTheCommitNorAfterARollBack() {
        transaction.executeWithoutResult(within -> {
            mails.sendAll(List.of(mail("undone")));
            within.setRollbackOnly();
        });
        transaction.executeWithoutResult(within -> {
            mails.sendAll(List.of(mail("done")));
            assertThat(SMTP.received()).isEmpty();
        });
        awaitProgress("done", Mails.Progress.SENT);

        assertThat(SMTP.received()).hasSize(1);
        assertThat(mails.progress(List.of(person), "undone")).isEmpty();
    }

    @Test
    void aServerThatIsDownForADayLosesNothing() {
        SMTP.down(true);
        mails.sendAll(List.of(mail("night")));
        for (var hour = 0; hour < 24; hour++) {
            later(Duration.ofHours(1));
            round.run();
        }
        assertThat(mails.progress(List.of(person), "night")).containsEntry(person, Mails.Progress.WAITING);

        SMTP.down(false);
        later(Duration.ofMinutes(6));
        round.run();

        assertThat(SMTP.received()).hasSize(1);
        assertThat(mails.progress(List.of(person), "night")).containsEntry(person, Mails.Progress.SENT);
    }

    @Test
    void aMailThatIsRefusedFiveTimesIsGivenUpAndSaysSo() {
        SMTP.refuse(true);
        mails.sendAll(List.of(mail("never")));
        for (var turn = 0; turn < MANY_ROUNDS && progress("never") != Mails.Progress.FAILED; turn++) {
            later(Duration.ofMinutes(31));
            round.run();
        }

        assertThat(progress("never")).isEqualTo(Mails.Progress.FAILED);
        assertThat(SMTP.refused()).isEqualTo(5);
        assertThat(SMTP.received()).isEmpty();
    }

    private Mails.@Nullable Progress progress(String key) {
        return mails.progress(List.of(person), key).get(person);
    }

    private Mail mail(String onceKey) {
        return new Mail(person, "Huy hop", "Bao so 9", CANCEL, onceKey);
    }

    private void awaitProgress(String key, Mails.Progress wanted) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(progress(key)).isEqualTo(wanted));
    }

    private void later(Duration passed) {
        clock.startAt(clock.instant().plus(passed));
    }
}
