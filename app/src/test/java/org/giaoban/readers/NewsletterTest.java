package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.giaoban.notification.FakeSmtp;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Letters: asked for twice, each once, ended with one click. */
@GiaoBanTest(story = "vu-quang-2018-11")
class NewsletterTest {

    private static final FakeSmtp SMTP = new FakeSmtp();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SMTP::port);
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Visitors visitors;

    @Autowired
    NewsletterRound round;

    @Autowired
    Forgetting forgetting;

    @Autowired
    StoryClock clock;

    @Autowired
    DSLContext db;

    @BeforeEach
    void nobody() {
        SMTP.received().clear();
        db.execute("delete from readers.subscriber");
        db.execute("delete from readers.issue");
        db.execute("delete from notification.mail");
        db.execute("delete from identity.attempt");
        clock.startAt(Instant.parse("2018-11-01T01:00:00Z"));
    }

    @AfterAll
    static void stop() throws Exception {
        SMTP.close();
    }

    @Test
    void nothingIsSentBeforeTheOwnerOfTheAddressHasConfirmed() throws Exception {
        ask("docgia@example.org");
        await().atMost(Duration.ofSeconds(10)).until(() -> SMTP.received().size() == 1);
        var token = token();
        clock.startAt(Instant.parse("2018-11-02T09:30:00Z"));
        round.run();
        assertThat(SMTP.received()).hasSize(1);

        assertThat(mvc.get().uri("/ban-tin/xac-nhan/" + token).exchange())
                .bodyText()
                .contains("Xác nhận nhận tin");
        assertThat(db.fetchCount(db.selectFrom("readers.subscriber where confirmed_at is not null")))
                .isZero();
        assertThat(Visitors.post(mvc, "/ban-tin/xac-nhan/" + token, "192.0.2.9"))
                .hasStatus(HttpStatus.SEE_OTHER);

        clock.startAt(Instant.parse("2018-11-09T09:30:00Z"));
        db.execute(
                "update portal.article set first_published_at = '2018-11-08T01:00:00Z' where slug like 'lich-tiep%'");
        round.run();
        round.run();
        await().atMost(Duration.ofSeconds(10)).until(() -> SMTP.received().size() == 2);
        assertThat(SMTP.received().getLast())
                .contains("List-Unsubscribe: <http", "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    @Test
    void oneClickOfAMailProgramEndsItAndErasesTheAddress() throws Exception {
        ask("thoinhan@example.org");
        await().atMost(Duration.ofSeconds(10)).until(() -> !SMTP.received().isEmpty());
        var token = token();
        Visitors.post(mvc, "/ban-tin/xac-nhan/" + token, "192.0.2.9");

        // A mail program has no page and no cookie.
        var click = mvc.post().uri("/ban-tin/huy/" + token).param("List-Unsubscribe", "One-Click");
        assertThat(click.exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(db.fetchCount(db.selectFrom("readers.subscriber"))).isZero();
        assertThat(db.fetchCount(db.selectFrom("notification.mail where address is not null")))
                .isZero();
        assertThat(mvc.get().uri("/ban-tin/huy/" + token).exchange()).hasStatusOk();
    }

    @Test
    void theAnswerTellsNobodyWhoIsOnTheListAndOneHourOneMail() throws Exception {
        var first = ask("Kin@example.org");
        var second = ask("kin@example.org");

        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(db.fetchCount(db.selectFrom("readers.subscriber"))).isEqualTo(1);
        assertThat(db.fetchCount(db.selectFrom("notification.mail where address is not null")))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoAddressIsRefusedAndWhatIsNotConfirmedIsErased() throws Exception {
        for (var wrong : new String[] {"", "a@b", "x@example.org\r\nBcc: y@example.org", "a b@example.org"}) {
            assertThat(ask(wrong)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ask("quen@example.org");
        clock.startAt(clock.instant().plus(Duration.ofDays(8)));
        forgetting.run();
        assertThat(db.fetchCount(db.selectFrom("readers.subscriber"))).isZero();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult ask(String address) throws Exception {
        return Visitors.post(
                mvc, "/ban-tin", "192.0.2.8", "address", address, "pace", "WEEKLY", "work", visitors.work());
    }

    private String token() {
        return db.fetchOne("select token from readers.subscriber").get(0, String.class);
    }
}
