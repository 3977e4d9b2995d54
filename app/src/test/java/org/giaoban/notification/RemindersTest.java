package org.giaoban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class RemindersTest {

    private static final FakeSmtp SMTP = new FakeSmtp();
    private static final List<Reminder> OWED = new ArrayList<>();
    private static LocalDate today = LocalDate.of(2018, 11, 1);
    private static int accountsMade;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SMTP::port);
        registry.add("giaoban.mail.site", () -> "https://giaoban.example");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Work {

        @Bean
        ReminderSource owed() {
            return day -> List.copyOf(OWED);
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ReminderRound round;

    @Autowired
    StoryClock clock;

    private final PersonId person = PersonId.next();
    private AccountId mailed;
    private AccountId without;

    @BeforeEach
    void aNewDay() {
        today = today.plusDays(1);
        at("05:59");
        OWED.clear();
        SMTP.received().clear();
        SMTP.refuse(false);
        mailed = account(person, "nguoi.nhan@example.org");
        without = account(null, null);
    }

    @AfterAll
    static void stop() throws Exception {
        SMTP.close();
    }

    @Test
    void everybodyGetsOneListADayHoweverOftenTheJobRuns() throws Exception {
        OWED.add(owes(new Recipient.Person(person), "Nộp báo cáo", today.plusDays(1)));
        OWED.add(owes(new Recipient.Person(person), "Sáp nhập văn phòng", today.minusDays(3)));
        OWED.add(owes(new Recipient.Account(without), "Họp chi bộ", today));
        OWED.add(owes(new Recipient.Person(PersonId.next()), "Không tài khoản", today));

        round.run();
        assertThat(SMTP.received()).isEmpty();
        at("06:00");
        round.run();
        OWED.add(owes(new Recipient.Account(without), "Muộn", today));
        round.run();
        at("06:20");
        round.run();

        assertThat(SMTP.received()).hasSize(1);
        var list = body("/inbox/reminders/" + today, mailed);
        assertThat(list).contains("Nộp báo cáo", "Quá hạn");
        assertThat(list.indexOf("Sáp nhập văn phòng")).isLessThan(list.indexOf("Nộp báo cáo"));
        assertThat(body("/inbox/reminders/" + today, without))
                .contains("Họp chi bộ")
                .doesNotContain("Muộn", "Quá hạn");
        assertThat(body("/inbox", mailed)).containsOnlyOnce("Danh sách nhắc việc trong ngày: 2 việc</strong>");
    }

    @Test
    void theMailNamesThePersonTheWorkAndWhereItIs() throws Exception {
        OWED.add(owes(new Recipient.Person(person), "Nộp báo cáo tháng 10", today.plusDays(1)));
        at("07:00");
        round.run();

        var mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(SMTP.received().getFirst().getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.getSubject()).isEqualTo("Nhắc việc ngày %1$td/%1$tm/%1$tY: 1 việc".formatted(today));
        assertThat(mail.getAllRecipients()[0]).hasToString("nguoi.nhan@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<reminders." + today + "." + mailed + "@giaoban>");
        assertThat((String) mail.getContent())
                .contains("Kính gửi đồng chí Lê Thị Nhận", "Nộp báo cáo tháng 10", "https://giaoban.example/tasks/1");
    }

    @Test
    void aMailThatIsNotTakenIsTriedAgainLaterAndThenNoMore() {
        OWED.add(owes(new Recipient.Person(person), "Việc", today));
        SMTP.refuse(true);
        at("06:00");
        round.run();
        SMTP.refuse(false);
        round.run();
        assertThat(SMTP.received()).as("too early for another try").isEmpty();

        at("06:40");
        round.run();
        at("08:00");
        round.run();
        assertThat(SMTP.received()).hasSize(1);
    }

    @Test
    void givesUpAfterFiveTries() {
        OWED.add(owes(new Recipient.Person(person), "Việc", today));
        SMTP.refuse(true);
        for (var hour = 6; hour < 12; hour++) {
            at("%02d:00".formatted(hour));
            round.run();
        }
        SMTP.refuse(false);
        at("13:00");
        round.run();

        assertThat(SMTP.received()).isEmpty();
    }

    @Test
    void nobodyReadsTheListOfAnotherAndADayWithoutOneDoesNotExist() throws Exception {
        OWED.add(owes(new Recipient.Person(person), "Việc", today));
        at("06:00");
        round.run();

        assertThat(mvc.get()
                        .uri("/inbox/reminders/" + today)
                        .with(SignIn.as(accounts, without))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("/inbox/reminders/1990-01-01")
                        .with(SignIn.as(accounts, mailed))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private String body(String uri, AccountId who) throws Exception {
        var page = mvc.get().uri(uri).with(SignIn.as(accounts, who)).exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    private static Reminder owes(Recipient who, String what, LocalDate due) {
        return new Reminder(who, "notification.dropped", List.of(what), "/tasks/1", due);
    }

    private AccountId account(PersonId owner, String email) {
        return accounts.create(new NewAccount(
                "worker" + ++accountsMade,
                "Lê Thị Nhận",
                owner,
                email,
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    private void at(String time) {
        clock.startAt(Instant.parse(today + "T" + time + ":30Z").minus(Duration.ofHours(7)));
    }
}
