package org.giaoban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class InboxPagesTest {

    private static final Pattern BADGE = Pattern.compile("href=\"/inbox\"[^>]*>.*?<b>(\\d+)<", Pattern.DOTALL);
    private static final Pattern OPEN = Pattern.compile("/inbox/([0-9a-f-]{36})/open");
    private static int accountsMade;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Notices notices;

    private AccountId reader;
    private AccountId other;
    private PersonId person;

    @BeforeEach
    void twoReaders() {
        person = PersonId.next();
        reader = account(person);
        other = account(null);
    }

    @Test
    void theSameNewsIsToldOnceAndCountedAsUnread() throws Exception {
        notices.send(news("task:1:given", "Việc <một>"));
        notices.send(news("task:1:given", "Việc <một>"));
        notices.send(news("task:2:given", "Việc hai"));

        var page = get("/inbox", reader);

        assertThat(page).hasStatusOk();
        assertThat(body(page)).containsOnlyOnce("Việc &lt;một&gt;</strong>").contains("Việc hai");
        assertThat(badge(page)).isEqualTo("2");
        assertThat(body(get("/inbox", other))).doesNotContain("Việc hai");
    }

    @Test
    void aPersonIsReachedThroughTheirAccountAndNobodyElseIs() throws Exception {
        notices.sendAll(List.of(
                Notice.to(person, "notification.dropped", List.of("qua người"), "/inbox", null, "a"),
                Notice.to(PersonId.next(), "notification.dropped", List.of("không ai"), "/inbox", null, "a")));

        assertThat(body(get("/inbox", reader))).contains("qua người").doesNotContain("không ai");
    }

    @Test
    void openingMarksAsReadAndLeadsToThePage() throws Exception {
        notices.send(Notice.to(reader, "notification.dropped", List.of("Mở tôi"), "/tasks/7", null, "k"));
        var id = firstId(get("/inbox", reader));

        var opened = post("/inbox/" + id + "/open", reader);

        assertThat(opened).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/tasks/7");
        assertThat(badge(get("/inbox", reader))).isEmpty();
        assertThat(body(get("/inbox?show=unread", reader)))
                .doesNotContain("Mở tôi")
                .contains("Không còn thông báo nào chưa đọc");
        assertThat(body(get("/inbox", reader))).contains("Mở tôi");
    }

    @Test
    void anotherPersonsNoticeDoesNotExist() throws Exception {
        notices.send(news("secret", "Của tôi"));
        var id = firstId(get("/inbox", reader));

        assertThat(post("/inbox/" + id + "/open", other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/inbox/" + id + "/read", other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(badge(get("/inbox", reader))).isEqualTo("1");
    }

    @Test
    void longInboxesComeInPagesWithoutGapOrRepetition() throws Exception {
        for (var n = 1; n <= Notices.PAGE_SIZE + 5; n++) {
            notices.send(news("n" + n, "số-" + n + "."));
        }
        var first = get("/inbox?show=unread", reader);
        var next = Pattern.compile("href=\"(/inbox\\?show=unread&amp;from=[^\"]+)\"")
                .matcher(body(first));
        assertThat(next.find()).isTrue();
        var second = get(next.group(1).replace("&amp;", "&"), reader);

        for (var n = 1; n <= Notices.PAGE_SIZE + 5; n++) {
            var old = n <= 5;
            assertThat(body(first).contains("số-" + n + "."))
                    .as("%d on the first page", n)
                    .isEqualTo(!old);
            assertThat(body(second).contains("số-" + n + "."))
                    .as("%d on the second page", n)
                    .isEqualTo(old);
        }
        assertThat(body(second)).doesNotContain("from=");
        assertThat(get("/inbox?from=nonsense", reader)).hasStatusOk();
    }

    @Test
    void allCanBeMarkedAtOnceAndOnlyOnesOwn() throws Exception {
        notices.send(news("a", "một"));
        notices.send(news("b", "hai"));
        notices.send(Notice.to(other, "notification.dropped", List.of("ba"), "/inbox", null, "c"));

        assertThat(post("/inbox/read-all", reader)).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(badge(get("/inbox", reader))).isEmpty();
        assertThat(badge(get("/inbox", other))).isEqualTo("1");
    }

    private Notice news(String onceKey, String what) {
        return Notice.to(reader, "notification.dropped", List.of(what), "/inbox", null, onceKey);
    }

    private AccountId account(PersonId owner) {
        return accounts.create(new NewAccount(
                "reader" + ++accountsMade,
                "Người đọc",
                owner,
                null,
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    private MvcTestResult get(String uri, AccountId who) {
        return mvc.get()
                .uri(java.net.URI.create(uri))
                .with(SignIn.as(accounts, who))
                .exchange();
    }

    private MvcTestResult post(String uri, AccountId who) {
        return mvc.post().uri(uri).with(csrf()).with(SignIn.as(accounts, who)).exchange();
    }

    private static String badge(MvcTestResult page) throws UnsupportedEncodingException {
        var found = BADGE.matcher(body(page).replaceAll("(?s)</nav>.*", ""));
        return found.find() ? found.group(1) : "";
    }

    private static String firstId(MvcTestResult page) throws UnsupportedEncodingException {
        var found = OPEN.matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
