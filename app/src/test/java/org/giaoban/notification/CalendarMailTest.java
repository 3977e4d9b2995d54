package org.giaoban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.kernel.PersonId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@GiaoBanTest
class CalendarMailTest {

    private static final FakeSmtp SMTP = new FakeSmtp();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SMTP::port);
    }

    @Autowired
    Mails mails;

    @Autowired
    MailRound round;

    @Autowired
    Accounts accounts;

    @AfterAll
    static void stop() throws Exception {
        SMTP.close();
    }

    @Test
    void aMailGoesOnceWithItsCalendarAndComesBackWhenTheServerRefuses() {
        var person = PersonId.next();
        account(person);
        var calendar = new Mail.Calendar(Mail.Method.REQUEST, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        var mail = new Mail(person, "Giấy mời", "Kính mời dự họp", calendar, "once");
        mails.sendAll(List.of(mail, new Mail(PersonId.next(), "Không ai", "x", null, "once")));
        mails.sendAll(List.of(mail));
        assertThat(mails.progress(List.of(person), "once")).containsEntry(person, Mails.Progress.WAITING);

        SMTP.refuse(true);
        round.run();
        assertThat(mails.progress(List.of(person), "once")).containsEntry(person, Mails.Progress.WAITING);
        assertThat(SMTP.received()).isEmpty();
    }

    @Test
    void theCalendarIsAttachedForMailPrograms() {
        var person = PersonId.next();
        account(person);
        var calendar = new Mail.Calendar(Mail.Method.CANCEL, "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n");
        SMTP.refuse(false);
        mails.sendAll(List.of(new Mail(person, "Huy hop", "Bao so 9", calendar, "off")));
        round.run();
        round.run();

        assertThat(SMTP.received()).hasSize(1);
        assertThat(SMTP.received().getFirst()).contains("Huy hop", "text/calendar", "method=CANCEL", "invite.ics");
        assertThat(mails.progress(List.of(person), "off")).containsEntry(person, Mails.Progress.SENT);
    }

    private void account(PersonId person) {
        accounts.create(new NewAccount(
                "mail" + person.value().toString().substring(24),
                "Người Nhận",
                person,
                "nguoi.nhan@example.org",
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }
}
