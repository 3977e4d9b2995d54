package org.giaoban.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.access.UnitTree;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest(story = "vu-quang-2018-11")
class RecoveryTest {

    private static int count;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    UnitTree tree;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Factors factors;

    @Autowired
    CodeApps apps;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private FactorPeople people;
    private AccountId lost = AccountId.next();
    private AccountId one = AccountId.next();
    private AccountId other = AccountId.next();

    @BeforeEach
    void threePeople(@Autowired MachineTime time) {
        people = new FactorPeople(mvc, accounts, apps, db, time);
        count++;
        lost = holder("mat.may" + count, Capability.TASK_READ, "SL-01");
        one = holder("can.bo.mot" + count, Capability.ACCOUNTS, "SL");
        other = holder("can.bo.hai" + count, Capability.ACCOUNTS, "SL");
        people.setUpDirectly(lost);
    }

    @Test
    void twoOfficersOfTheUnitAboveGiveAccessBackAndNeitherAlone() {
        assertThat(ask(one)).hasStatus3xxRedirection();
        var id = viewer.as(look(one), () -> recoveries.of(lost)).orElseThrow().id();

        assertThat(confirm(id.toString(), one))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("một cán bộ khác");
        assertThat(factors.awaited(lost)).isTrue();
        var done = confirm(id.toString(), other);

        assertThat(done).hasStatusOk().bodyText().contains("mat.may" + count, "Mật khẩu chỉ hiện một lần");
        assertThat(factors.awaited(lost)).isFalse();
        assertThat(accounts.get(lost).mustChangePassword()).isTrue();
        assertThat(people.enter("mat.may" + count)).as("the old password").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(confirm(id.toString(), other)).hasStatus(HttpStatus.CONFLICT);
        assertThat(db.fetchValue(
                        "select count(*) from audit.entry where object_id = ? and act like 'factors.recovery-%'",
                        lost.value()))
                .isEqualTo(2L);
    }

    /** The password alone opens an account without a second factor: it, too, comes back by two officers only. */
    @Test
    void oneOfficerAloneGivesNoPasswordToWhoeverEverSignedIn() {
        var entered = holder("da.vao" + count, Capability.TASK_READ, "SL-01");
        assertThat(people.enter("da.vao" + count)).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(newPassword(entered))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("hai cán bộ");
        assertThat(accounts.get(entered).mustChangePassword()).isFalse();
        assertThat(people.enter("da.vao" + count)).as("the own password").hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(entered)).contains("/recovery\"", "hai cán bộ").doesNotContain("/password\"");
    }

    @Test
    void aFirstPasswordThatWasNeverUsedIsGivenAgainByOne() {
        var never = holder("chua.vao" + count, Capability.TASK_READ, "SL-01");

        assertThat(page(never)).contains("/password\"");
        assertThat(newPassword(never)).hasStatusOk().bodyText().contains("Đã cấp mật khẩu mới");
        assertThat(accounts.get(never).mustChangePassword()).isTrue();
    }

    @Test
    void officersOfTheSameUnitOrOfAnotherSeeNothingOfIt() {
        var beside = holder("can.bo.ban" + count, Capability.ACCOUNTS, "SL-01");
        var elsewhere = holder("can.bo.xa" + count, Capability.ACCOUNTS, "SL-02");

        Stream.of(beside, elsewhere, lost).forEach(who -> {
            assertThat(ask(who)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(catchThrowable(() -> viewer.run(look(who), () -> recoveries.ask(lost, "vì sao"))))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void theOwnerWhoIsNotLockedOutSaysNo() {
        viewer.run(look(one), () -> recoveries.ask(lost, "nói là mất điện thoại"));
        var id = viewer.as(look(one), () -> recoveries.of(lost)).orElseThrow().id();

        assertThat(mvc.get()
                        .uri("/account/factors")
                        .with(SignIn.as(accounts, lost))
                        .exchange())
                .bodyText()
                .contains("Tôi không nhờ việc này");
        assertThat(mvc.post()
                        .uri("/recoveries/" + id + "/drop")
                        .with(csrf())
                        .with(SignIn.as(accounts, lost))
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(catchThrowable(() -> viewer.as(look(other), () -> recoveries.confirm(id))))
                .isInstanceOf(Refused.class);
        assertThat(factors.awaited(lost)).isTrue();
    }

    @Test
    void ofTwoWhoConfirmTogetherOneHasThePassword() throws Exception {
        var third = holder("can.bo.ba" + count, Capability.ACCOUNTS, "SL");
        viewer.run(look(one), () -> recoveries.ask(lost, "gặp tại văn phòng"));
        var id = viewer.as(look(one), () -> recoveries.of(lost)).orElseThrow().id();
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = Stream.of(other, third)
                    .map(who -> (Callable<Boolean>) () -> {
                        barrier.await();
                        return catchThrowable(() -> viewer.as(look(who), () -> recoveries.confirm(id))) == null;
                    })
                    .map(threads::submit)
                    .toList();
            assertThat(Stream.of(tries.getFirst().get(), tries.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    /** The negative control: the constraint itself refuses one person in both places. */
    @Test
    void theDatabaseRefusesOnePersonTwice() {
        viewer.run(look(one), () -> recoveries.ask(lost, "gặp tại văn phòng"));

        assertThat(catchThrowable(() -> db.execute(
                        "update factors.recovery set confirmed_at = now(), confirmer_account_id = asker_account_id"
                                + " where account_id = ? and confirmed_at is null and dropped_at is null",
                        lost.value())))
                .hasMessageContaining("recovery_by_two");
    }

    private AccountId holder(String login, Capability capability, String unit) {
        var account = people.open(login);
        viewer.run(
                Viewer.SYSTEM,
                () -> grants.grant(
                        account,
                        capability,
                        tree.byCode(unit).orElseThrow(),
                        Reach.UNIT,
                        DateRange.from(LocalDate.of(2018, 1, 1))));
        return account;
    }

    private Viewer look(AccountId who) {
        return accounts.viewer(who).orElseThrow();
    }

    private MvcTestResult ask(AccountId who) {
        return mvc.post()
                .uri("/accounts/" + lost + "/recovery")
                .with(csrf())
                .with(SignIn.as(accounts, who))
                .param("reason", "Mất điện thoại; gặp trực tiếp tại văn phòng")
                .exchange();
    }

    /** By somebody whom nothing but the rule for two hinders: they keep the accounts of the whole tree. */
    private MvcTestResult newPassword(AccountId account) {
        return mvc.post()
                .uri("/accounts/" + account + "/password")
                .with(csrf())
                .with(SignIn.as(accounts, "quantri"))
                .exchange();
    }

    private String page(AccountId account) {
        return FactorPeople.body(mvc.get()
                .uri("/accounts/" + account)
                .with(SignIn.as(accounts, "quantri"))
                .exchange());
    }

    private MvcTestResult confirm(String id, AccountId who) {
        return mvc.post()
                .uri("/recoveries/" + id + "/confirm")
                .with(csrf())
                .with(SignIn.as(accounts, who))
                .exchange();
    }
}
