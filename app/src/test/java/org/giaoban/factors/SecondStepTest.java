package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.factors.FactorPeople.session;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class SecondStepTest {

    private static int count;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CodeApps apps;

    @Autowired
    Factors factors;

    @Autowired
    DSLContext db;

    private FactorPeople people;
    private String login = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void somebody(@Autowired MachineTime time) {
        people = new FactorPeople(mvc, accounts, apps, db, time);
        login = "hai.buoc" + ++count;
        account = people.open(login);
    }

    /** The code of an hour ago was never used, but a later one was: the clock that went back does not open the door to it. */
    @Test
    void aClockThatGoesBackMakesNoOlderCodeGood(@Autowired MachineTime time, @Autowired Vault vault) {
        people.setUpDirectly(account);
        var secret = apps.secretOf(account);
        var back = new CodeApps(db, vault, Clock.systemUTC(), new MachineTime() {
            @Override
            public Instant instant() {
                return super.instant().minus(Duration.ofHours(1));
            }
        });
        var older = Totp.code(secret, Totp.step(time.instant().minus(Duration.ofHours(1))));
        assertThat(apps.accept(account, people.code(account))).isTrue();

        assertThat(back.accept(account, older)).isFalse();
        people.forgetSteps(account);
        assertThat(back.accept(account, older))
                .as("the remembered step refuses it")
                .isTrue();
    }

    @Test
    void withTheAppThePasswordAloneOpensNothing() {
        people.setUp(account, session(people.enter(login)));

        var half = people.enter(login);

        assertThat(half).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/login/factor?next=%2Faccount");
        assertThat(account(session(half)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/login?next=%2Faccount");
        assertThat(db.fetchValue(
                        "select count(*) from identity.session where principal_name = ?",
                        account.value().toString()))
                .as("only the session in which the app was set up")
                .isEqualTo(1L);
        var whole = people.post("/login/factor", session(half), "code", people.code(account), "next", "/account");
        assertThat(whole).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/account");
        assertThat(account(session(whole))).hasStatusOk();
        assertThat(account(session(half)))
                .as("the id from before the second step")
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aCodeOpensOneDoorOnlyOnceEvenWhenManyTryItTogether() throws Exception {
        people.setUp(account, session(people.enter(login)));
        var code = people.code(account);
        var barrier = new CyclicBarrier(6);
        Callable<Factors.Verdict> attempt = () -> {
            barrier.await();
            return factors.check(account, code);
        };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 6)
                    .mapToObj(one -> threads.submit(attempt))
                    .toList();
            var right = 0;
            for (var one : tries) {
                right += one.get() == Factors.Verdict.RIGHT ? 1 : 0;
            }
            assertThat(right).isEqualTo(1);
        }
    }

    /** The negative control: without the step that is remembered, the same code opens again. */
    @Test
    void itIsTheRememberedStepThatRefusesTheSecondUse() {
        people.setUp(account, session(people.enter(login)));
        var code = people.code(account);

        assertThat(factors.check(account, code)).isEqualTo(Factors.Verdict.RIGHT);
        assertThat(factors.check(account, code)).isEqualTo(Factors.Verdict.WRONG);
        people.forgetSteps(account);
        assertThat(factors.check(account, code)).isEqualTo(Factors.Verdict.RIGHT);
    }

    @Test
    void aCodeOnPaperWorksOnceHoweverItIsSpelled() {
        var codes = people.setUp(account, session(people.enter(login)));

        assertThat(codes).hasSize(PaperCodes.HOW_MANY).doesNotHaveDuplicates();
        var spelled = codes.getFirst().toUpperCase().replace('-', ' ');
        assertThat(factors.check(account, spelled)).isEqualTo(Factors.Verdict.RIGHT);
        assertThat(factors.check(account, codes.getFirst())).isEqualTo(Factors.Verdict.WRONG);
        assertThat(factors.of(account).paperCodes()).isEqualTo(PaperCodes.HOW_MANY - 1);
        assertThat(db.fetchValue(
                        "select count(*) from factors.paper_code where account_id = ? and position(? in encode(digest, 'escape')) > 0",
                        account.value(),
                        codes.get(1)))
                .isEqualTo(0L);
    }

    @Test
    void guessingEndsSoonWhereverItComesFrom() {
        people.setUp(account, session(people.enter(login)));
        db.execute("delete from identity.attempt");
        MvcTestResult last = null;
        for (var i = 0; i < 9; i++) {
            last = people.post("/login/factor", session(people.enter(login)), "code", "00000" + i);
        }

        assertThat(last).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader("Retry-After", "900");
    }

    @Test
    void theSecretLiesSealedAndOpensInNoOtherRow() {
        people.setUp(account, session(people.enter(login)));
        var secret = apps.secretOf(account);
        var kept = (byte[]) db.fetchValue("select secret from factors.code_app where account_id = ?", account.value());

        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(java.util.Base64.getEncoder().encodeToString(secret));
        var other = people.open("nguoi.khac" + count);
        db.execute("update factors.code_app set account_id = ? where account_id = ?", other.value(), account.value());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> apps.secretOf(other)))
                .isInstanceOf(org.giaoban.vault.NotAuthentic.class);
    }

    @Test
    void aForgottenHalfLogInEnds() {
        people.setUp(account, session(people.enter(login)));

        var visitor = people.post("/login/factor", null, "code", people.code(account));

        assertThat(visitor).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/login");
    }

    @Test
    void withoutTheAppTheLogInIsWhatItWas() {
        assertThat(people.enter(login)).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/account");
    }

    private MvcTestResult account(Cookie session) {
        return mvc.get().uri("/account").cookie(session).exchange();
    }
}
