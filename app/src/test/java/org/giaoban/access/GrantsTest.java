package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest(story = "vu-quang-2018-11")
class GrantsTest {

    private static int count;

    @Autowired
    Grants grants;

    @Autowired
    Access access;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    UnitTree tree;

    @Autowired
    Clock clock;

    private UnitId district;
    private UnitId commune;
    private UnitId neighbour;
    private LocalDate today;
    private AccountId giver;
    private AccountId taker;

    @BeforeEach
    void people() {
        district = tree.byCode("SL").orElseThrow();
        commune = tree.byCode("SL-01").orElseThrow();
        neighbour = tree.byCode("SL-02").orElseThrow();
        today = LocalDate.now(clock);
        giver = account();
        taker = account();
    }

    @Test
    void aRightReachesItsUnitAndWithReachBelowTheUnitsUnderIt() {
        bySystem(taker, Capability.TASK_READ, district, Reach.BELOW, since());
        bySystem(taker, Capability.REPORT_ENTER, district, Reach.UNIT, since());

        assertThat(may(taker, Capability.TASK_READ, commune)).isTrue();
        assertThat(may(taker, Capability.REPORT_ENTER, district)).isTrue();
        assertThat(may(taker, Capability.REPORT_ENTER, commune)).isFalse();
        assertThat(may(taker, Capability.TASK_ASSIGN, commune)).isFalse();
    }

    @Test
    void aRightOpensItsCapabilityDownTheTreeOnly() {
        bySystem(taker, Capability.TASK_READ, commune, Reach.BELOW, since());

        assertThat(may(taker, Capability.TASK_READ, commune)).isTrue();
        assertThat(may(taker, Capability.TASK_READ, district)).isFalse();
        assertThat(may(taker, Capability.TASK_READ, neighbour)).isFalse();
    }

    @Test
    void theFirstDayBelongsToARightAndTheDayOfItsEndDoesNot() {
        bySystem(taker, Capability.TASK_READ, commune, Reach.UNIT, new DateRange(today, today.plusDays(1)));
        bySystem(taker, Capability.TASK_DO, commune, Reach.UNIT, new DateRange(today.minusDays(9), today));
        bySystem(taker, Capability.MEETING_READ, commune, Reach.UNIT, DateRange.from(today.plusDays(1)));

        assertThat(may(taker, Capability.TASK_READ, commune)).isTrue();
        assertThat(may(taker, Capability.TASK_DO, commune)).isFalse();
        assertThat(may(taker, Capability.MEETING_READ, commune)).isFalse();
    }

    @Test
    void aRoleGivesWhatItBundlesAndNothingElse() {
        viewer.run(Viewer.SYSTEM, () -> grants.grantRole(taker, "unit-reporter", commune, Reach.BELOW, since()));

        assertThat(may(taker, Capability.REPORT_ENTER, commune)).isTrue();
        assertThat(may(taker, Capability.REPORT_ACCEPT, commune)).isFalse();
        assertThatThrownBy(() -> viewer.run(
                        Viewer.SYSTEM, () -> grants.grantRole(taker, "no-such-role", commune, Reach.BELOW, since())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anEndedRightIsGoneWithTheNextRequest() {
        bySystem(giver, Capability.GRANTS, district, Reach.BELOW, since());
        bySystem(giver, Capability.TASK_READ, district, Reach.BELOW, since());
        var grant = bySystem(taker, Capability.TASK_READ, commune, Reach.UNIT, since());
        assertThat(may(taker, Capability.TASK_READ, commune)).isTrue();

        as(giver, () -> grants.end(grant, today));

        assertThat(may(taker, Capability.TASK_READ, commune)).isFalse();
        assertThatThrownBy(() -> as(giver, () -> grants.end(grant, today.plusDays(5))))
                .as("an ended right does not come to life again")
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        bySystem(giver, Capability.GRANTS, district, Reach.BELOW, since());
        bySystem(giver, Capability.TASK_READ, district, Reach.BELOW, since());

        give(giver, taker, Capability.TASK_READ, commune, Reach.BELOW);
        assertThatThrownBy(() -> give(giver, taker, Capability.TASK_ASSIGN, commune, Reach.BELOW))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> as(giver, () -> grants.grantRole(taker, "unit-reporter", commune, Reach.BELOW, since())))
                .isInstanceOf(Refused.class);
        assertThat(may(taker, Capability.REPORT_ENTER, commune)).isFalse();
    }

    @Test
    void nobodyGivesOutsideTheirUnits() {
        bySystem(giver, Capability.GRANTS, commune, Reach.BELOW, since());
        bySystem(giver, Capability.TASK_READ, district, Reach.BELOW, since());

        assertThatThrownBy(() -> give(giver, taker, Capability.TASK_READ, neighbour, Reach.UNIT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(giver, taker, Capability.TASK_READ, district, Reach.BELOW))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyGivesFurtherDownThanTheyReach() {
        bySystem(giver, Capability.GRANTS, district, Reach.BELOW, since());
        bySystem(giver, Capability.TASK_READ, district, Reach.UNIT, since());

        give(giver, taker, Capability.TASK_READ, district, Reach.UNIT);
        assertThatThrownBy(() -> give(giver, taker, Capability.TASK_READ, district, Reach.BELOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoMayNotGiveRightsGivesNoneHoweverMuchTheyHold() {
        bySystem(giver, Capability.TASK_READ, district, Reach.BELOW, since());

        assertThatThrownBy(() -> give(giver, taker, Capability.TASK_READ, commune, Reach.UNIT))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyGivesToThemselvesNorEndsTheirOwn() {
        var own = bySystem(giver, Capability.GRANTS, district, Reach.BELOW, since());

        assertThatThrownBy(() -> give(giver, giver, Capability.GRANTS, commune, Reach.UNIT))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(giver, () -> grants.end(own, today))).isInstanceOf(Refused.class);
    }

    @Test
    void theSameRightIsGivenOnceHoweverManyPressTheButton() throws Exception {
        var refused = new AtomicInteger();
        Callable<Boolean> press = () -> {
            try {
                bySystem(taker, Capability.TASK_DO, commune, Reach.UNIT, since());
                return true;
            } catch (Refused twice) {
                refused.incrementAndGet();
                return false;
            }
        };
        try (var hands = Executors.newFixedThreadPool(8)) {
            var done =
                    hands.invokeAll(IntStream.range(0, 8).mapToObj(i -> press).toList());
            for (var one : done) {
                one.get();
            }
        }

        assertThat(refused).hasValue(7);
    }

    @Test
    void holdersAreThoseWhoMayHereFromHereOrFromAbove() {
        bySystem(giver, Capability.ARTICLE_APPROVE, district, Reach.BELOW, since());
        bySystem(taker, Capability.ARTICLE_APPROVE, commune, Reach.UNIT, since());

        assertThat(grants.holders(Capability.ARTICLE_APPROVE, commune)).contains(giver, taker);
        assertThat(grants.holders(Capability.ARTICLE_APPROVE, neighbour))
                .contains(giver)
                .doesNotContain(taker);
    }

    private DateRange since() {
        return DateRange.from(today.minusYears(1));
    }

    private GrantId bySystem(AccountId account, Capability capability, UnitId unit, Reach reach, DateRange dates) {
        return viewer.as(Viewer.SYSTEM, () -> grants.grant(account, capability, unit, reach, dates));
    }

    private void give(AccountId from, AccountId to, Capability capability, UnitId unit, Reach reach) {
        as(from, () -> grants.grant(to, capability, unit, reach, since()));
    }

    private boolean may(AccountId account, Capability capability, UnitId unit) {
        return viewer.as(accounts.viewer(account).orElseThrow(), () -> access.allows(capability, unit));
    }

    private void as(AccountId account, Runnable work) {
        viewer.run(accounts.viewer(account).orElseThrow(), work);
    }

    private AccountId account() {
        return accounts.create(new NewAccount(
                "thu.quyen" + ++count,
                "Người thử " + count,
                null,
                null,
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }
}
