package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.factors.FactorPeople.body;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Proof;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Weight;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.MachineTime;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest(story = "vu-quang-2018-11")
class FreshProofTest {

    private static final Duration STALE = Duration.ofMinutes(6);
    private static final Duration FRESH = Duration.ofMinutes(4);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CodeApps apps;

    @Autowired
    FactorRules rules;

    @Autowired
    DSLContext db;

    @Autowired
    MachineTime time;

    @Autowired
    Clock clock;

    @Test
    void afterFiveMinutesGivingARightAsksAgainAndLosesNothing() {
        var admin = accounts.byLogin("quantri").orElseThrow();
        var taker = accounts.byLogin("xa05").orElseThrow();

        assertThat(give(admin, taker, Proof.PASSWORD, FRESH, "TASK_ASSIGN")).hasStatus3xxRedirection();
        var asked = give(admin, taker, Proof.PASSWORD, STALE, "EVALUATE");
        assertThat(asked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(asked))
                .contains("name=\"right\" value=\"EVALUATE\"", "value=\"" + taker.value(), "action=\"/grants\"")
                .contains("name=\"gb-proof\"");
        assertThat(given(taker, "EVALUATE")).isZero();

        assertThat(give(admin, taker, Proof.PASSWORD, STALE, "EVALUATE", "khong phai mat khau"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mật khẩu chưa đúng.");
        assertThat(given(taker, "EVALUATE")).isZero();
        assertThat(give(admin, taker, Proof.PASSWORD, STALE, "EVALUATE", "giaoban-2018"))
                .hasStatus3xxRedirection();
        assertThat(given(taker, "EVALUATE")).isEqualTo(1);
    }

    @Test
    void aListWithPersonalDataIsAskedForOnAPageThatLeadsBack() {
        var admin = accounts.byLogin("quantri").orElseThrow();

        var asked = mvc.get()
                .uri("/people/export?format=csv&q=an")
                .with(SignIn.as(accounts, admin, Proof.PASSWORD, STALE))
                .exchange();

        assertThat(asked)
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/account/confirm?next=%2Fpeople%2Fexport%3Fformat%3Dcsv%26q%3Dan&for=EXPORT");
        assertThat(mvc.post()
                        .uri("/account/confirm")
                        .with(csrf())
                        .with(SignIn.as(accounts, admin, Proof.PASSWORD, STALE))
                        .param("next", "/people/export?format=csv&q=an")
                        .param("gb-proof", "giaoban-2018")
                        .exchange())
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/people/export?format=csv&q=an");
    }

    @Test
    void whoHasASecondFactorConfirmsWithItNotWithThePassword() {
        var people = new FactorPeople(mvc, accounts, apps, db, time);
        var admin = accounts.byLogin("quantri").orElseThrow();
        var taker = accounts.byLogin("xa06").orElseThrow();
        people.setUpDirectly(admin);
        try {
            assertThat(give(admin, taker, Proof.FACTOR, STALE, "EVALUATE", "giaoban-2018"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(give(admin, taker, Proof.PASSWORD, FRESH, "EVALUATE"))
                    .as("a fresh password is not enough either")
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(give(admin, taker, Proof.FACTOR, STALE, "EVALUATE", people.code(admin)))
                    .hasStatus3xxRedirection();
        } finally {
            apps.remove(admin);
        }
    }

    @Test
    void whoHoldsAGuardedRightDoesNothingBeforeTheSecondFactorIsSetUp() {
        var admin = accounts.byLogin("quantri").orElseThrow();
        rules.add(new FactorRules.Rule(
                Uuid7.next(),
                null,
                Capability.GRANTS,
                FactorRules.Need.FACTOR,
                null,
                LocalDate.of(2018, 1, 1),
                LocalDate.of(2026, 1, 1)));
        try {
            assertThat(own(admin, Proof.PASSWORD))
                    .hasStatus(HttpStatus.SEE_OTHER)
                    .hasHeader("Location", "/account/factors");
            assertThat(own(admin, Proof.FACTOR)).hasStatusOk();
            assertThat(own(accounts.byLogin("xa05").orElseThrow(), Proof.PASSWORD))
                    .hasStatusOk();
            assertThat(mvc.get()
                            .uri("/account/factors")
                            .with(SignIn.as(accounts, admin, Proof.PASSWORD, Duration.ZERO))
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("phải đăng nhập bằng hai bước");
        } finally {
            db.execute("delete from factors.rule where capability = 'GRANTS' and from_on = date '2018-01-01'");
            rules.add(FactorRules.Rule.of(Capability.TASK_DO, LocalDate.of(2999, 1, 1)));
        }
    }

    /** The negative control: it is the rule's row that asks. */
    @Test
    void withoutARuleNothingIsAsked() {
        var admin = accounts.byLogin("quantri").orElseThrow();
        var rule = rules.of(Weight.EXPORT).orElseThrow();
        assertThat(rules.end(rule.id(), LocalDate.now(clock))).isTrue();

        assertThat(mvc.get()
                        .uri("/people/export?format=csv")
                        .with(SignIn.as(accounts, admin, Proof.PASSWORD, STALE))
                        .exchange())
                .hasStatusOk();
        rules.follow(FactorRules.Rule.of(
                Weight.EXPORT, FactorRules.Need.ANY, 5, LocalDate.now(clock).plusDays(1)));
        db.execute("update factors.rule set from_on = from_on - 1 where weight = 'EXPORT' and until_on is null");
        db.execute("update platform.stamp set number = nextval('platform.stamp_number') where name = 'factors.rules'");
    }

    private MvcTestResult own(AccountId who, Proof proof) {
        return mvc.get()
                .uri("/account")
                .with(SignIn.as(accounts, who, proof, Duration.ZERO))
                .exchange();
    }

    private MvcTestResult give(
            AccountId giver, AccountId taker, Proof proof, Duration ago, String right, String... typed) {
        var request = mvc.post()
                .uri("/grants")
                .with(csrf())
                .with(SignIn.as(accounts, giver, proof, ago))
                .param("account", taker.value().toString())
                .param("right", right)
                .param("unit", unit())
                .param("reach", "UNIT")
                .param("from", "2018-11-01");
        return typed.length == 0
                ? request.exchange()
                : request.param("gb-proof", typed[0]).exchange();
    }

    private String unit() {
        return db.fetchOne("select code from organization.unit order by code limit 1")
                .get(0, String.class);
    }

    private int given(AccountId taker, String right) {
        return db.fetchCount(db.selectOne()
                .from("access.granted_right")
                .where("account_id = ? and capability = ?", taker.value(), right));
    }
}
