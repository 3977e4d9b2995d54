package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.factors.FactorPeople.body;
import static org.giaoban.factors.FactorPeople.session;

import com.nimbusds.jose.JOSEException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.giaoban.factors.OutsideServer.Lie;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in through another organisation's server: whom it vouches for, and every way in which its answer may be false. */
@GiaoBanTest
class OutsideLogInTest {

    private static final List<String> SETTINGS = List.of("issuer", "client-id", "client-secret", "name");

    private static OutsideServer server;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    OutsideRepository ties;

    @Autowired
    CodeApps apps;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    @Autowired
    MachineTime time;

    private FactorPeople people;

    @BeforeAll
    static void startTheServer() throws IOException, JOSEException {
        server = new OutsideServer();
        set("issuer", server.issuer());
        set("client-id", OutsideServer.CLIENT);
        set("client-secret", OutsideServer.SECRET);
        set("name", "Cổng tỉnh");
    }

    @AfterAll
    static void stopIt() {
        SETTINGS.forEach(name -> System.clearProperty("giaoban.oidc." + name));
        server.close();
    }

    @BeforeEach
    void people() {
        people = new FactorPeople(mvc, accounts, apps, db, time);
        db.execute("delete from identity.attempt");
    }

    @Test
    void theLogInPageOffersIt() {
        var page = mvc.get().uri("/login?next=/account").exchange();

        assertThat(body(page)).contains("Đăng nhập qua Cổng tỉnh", "/login/oidc?next=%2Faccount");
    }

    @Test
    void whoIsVouchedForComesInAndNobodyElse() {
        var account = tied("qua.cong");

        var entered = comeBack(begun(), "qua.cong", Lie.NONE);

        assertThat(entered).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/account");
        assertThat(body(mvc.get().uri("/account").cookie(session(entered)).exchange()))
                .contains("qua.cong");
        assertThat(ties.of(account, server.issuer()).orElseThrow().usedAt()).isNotNull();
        assertThat(comeBack(begun(), "nguoi.la", Lie.NONE)).hasHeader("Location", "/login?problem=outside-unknown");
        viewer.run(Viewer.SYSTEM, () -> accounts.close(account));
        assertThat(comeBack(begun(), "qua.cong", Lie.NONE)).hasHeader("Location", "/login?problem=outside-unknown");
    }

    /** The honest answer beside each is the control: it is the lie that is refused. */
    @Test
    void everyFalseAnswerIsRefused() {
        tied("bi.gia");
        var past = Date.from(Clock.systemUTC().instant().minus(Duration.ofHours(1)));
        var lies = List.of(
                Lie.stranger(),
                Lie.claims("for another program", claims -> claims.audience("another")),
                Lie.claims("from another server", claims -> claims.issuer("https://another.example")),
                Lie.claims("of another log-in", claims -> claims.claim("nonce", "another")),
                Lie.claims("of no log-in", claims -> claims.claim("nonce", null)),
                Lie.claims("too old", claims -> claims.expirationTime(past)),
                Lie.claims("of nobody", claims -> claims.subject(null)));
        for (var lie : lies) {
            assertThat(comeBack(begun(), "bi.gia", lie))
                    .as(lie.name())
                    .hasHeader("Location", "/login?problem=outside-refused");
            assertThat(comeBack(begun(), "bi.gia", Lie.NONE)).hasHeader("Location", "/account");
        }
        Evidence.of("outside-log-in").say("%d false answers refused, the honest one beside each let in", lies.size());
    }

    /** An answer belongs to the browser that asked, and is good once. */
    @Test
    void anAnswerIsNotForAnotherBrowserNorForAnotherTime() {
        tied("mot.lan");
        var begun = begun();
        var there = there(begun);
        var code = server.code(there, "mot.lan", Lie.NONE);
        var state =
                OutsideServer.fields(there.substring(there.indexOf('?') + 1)).get("state");

        assertThat(back(session(begun()), code, state)).hasHeader("Location", "/login?problem=outside-refused");
        assertThat(back(null, code, state)).hasHeader("Location", "/login?problem=outside-refused");
        assertThat(back(session(begun), code, state)).hasHeader("Location", "/account");
        assertThat(back(session(begun), code, state)).hasHeader("Location", "/login?problem=outside-refused");
        assertThat(there).contains("code_challenge_method=S256");
    }

    @Test
    void aSecondFactorIsAskedForAllTheSame() {
        var account = tied("hai.buoc");
        people.setUpDirectly(account);

        var half = comeBack(begun(), "hai.buoc", Lie.NONE);

        assertThat(half).hasHeader("Location", "/login/factor?next=%2Faccount");
        assertThat(mvc.get().uri("/account").cookie(session(half)).exchange()).hasStatus(HttpStatus.SEE_OTHER);
        var whole = people.post("/login/factor", session(half), "code", people.code(account), "next", "/account");
        assertThat(whole).hasHeader("Location", "/account");
    }

    @Test
    void theOwnerTiesTheAccountAfterSeeingToWhom() {
        people.open("chu.that");
        var signedIn = session(people.enter("chu.that"));
        var begun = mvc.get().uri("/login/oidc").cookie(signedIn).exchange();

        var found = back(signedIn, begun, "cua.chu");

        assertThat(found).hasHeader("Location", "/account/factors/outside");
        assertThat(body(mvc.get()
                        .uri("/account/factors/outside")
                        .cookie(signedIn)
                        .exchange()))
                .contains("Tên ở nơi kia");
        assertThat(people.post("/account/factors/outside", signedIn)).hasStatus3xxRedirection();
        assertThat(comeBack(begun(), "cua.chu", Lie.NONE)).hasHeader("Location", "/account");
        people.open("ke.khac");
        var other = session(people.enter("ke.khac"));
        back(other, mvc.get().uri("/login/oidc").cookie(other).exchange(), "cua.chu");
        assertThat(people.post("/account/factors/outside", other)).hasStatus(HttpStatus.CONFLICT);
        assertThat(people.post("/account/factors/outside/remove", signedIn)).hasStatus3xxRedirection();
        assertThat(comeBack(begun(), "cua.chu", Lie.NONE)).hasHeader("Location", "/login?problem=outside-unknown");
    }

    @Test
    void aServerThatIsAwayLeavesThePassword() throws IOException, JOSEException {
        var gone = new OutsideServer();
        set("issuer", gone.issuer());
        gone.close();
        try {
            var page = mvc.get().uri("/login/oidc").exchange();
            assertThat(page).hasHeader("Location", "/login?problem=outside-silent");
            assertThat(body(mvc.get().uri("/login?problem=outside-silent").exchange()))
                    .contains("Nơi kia hiện không trả lời");
        } finally {
            set("issuer", server.issuer());
        }
    }

    private AccountId tied(String login) {
        var account = people.open(login);
        ties.tie(account, new Outside(server.issuer(), login, "Tên ở nơi kia"));
        return account;
    }

    private MvcTestResult begun() {
        return mvc.get().uri("/login/oidc?next=/account").exchange();
    }

    private static String there(MvcTestResult begun) {
        return begun.getResponse().getHeader("Location");
    }

    private MvcTestResult comeBack(MvcTestResult begun, String subject, Lie lie) {
        var there = there(begun);
        var state =
                OutsideServer.fields(there.substring(there.indexOf('?') + 1)).get("state");
        return back(session(begun), server.code(there, subject, lie), state);
    }

    private MvcTestResult back(Cookie session, MvcTestResult begun, String subject) {
        var there = there(begun);
        var state =
                OutsideServer.fields(there.substring(there.indexOf('?') + 1)).get("state");
        return back(session, server.code(there, subject, Lie.NONE), state);
    }

    private MvcTestResult back(Cookie session, String code, String state) {
        var request = mvc.get().uri("/login/oidc/back").param("code", code).param("state", state);
        return (session == null ? request : request.cookie(session)).exchange();
    }

    private static void set(String name, String value) {
        System.setProperty("giaoban.oidc." + name, value);
    }
}
