package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class WhoSeesTest {

    private static final int QUESTIONS = Integer.getInteger("giaoban.who-sees", 150);

    @Autowired
    WhoSees who;

    @Autowired
    Access access;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    /** The door is the oracle: everybody whom the list names may enter, and nobody else may. */
    @Test
    void theListNamesExactlyThoseWhomTheDoorLetsIn() {
        var evidence = Evidence.of("who-sees");
        var seed = evidence.seed();
        var random = new Random(seed);
        var units = db.fetch("select id from organization.unit order by code")
                .map(row -> new UnitId(row.get(0, UUID.class)));
        var everybody = db.fetch("select id from identity.account").map(row -> new AccountId(row.get(0, UUID.class)));
        for (var i = 0; i < QUESTIONS; i++) {
            var unit = units.get(random.nextInt(units.size()));
            var capability = Capability.values()[random.nextInt(Capability.values().length)];

            assertThat(named(capability, unit))
                    .as("seed %d, question %d: %s in %s", seed, i, capability, unit)
                    .isEqualTo(letIn(everybody, capability, unit));
        }
        evidence.say("%d questions about %d accounts, 0 wrong", QUESTIONS, everybody.size());
    }

    /** The negative control: a grant behind the list's back is found by the comparison. */
    @Test
    void theComparisonFindsAPlantedDifference() {
        var taker = accounts.byLogin("xa05").orElseThrow();
        var top = new UnitId(db.fetchOne("select unit_id from access.granted_right where reach = 'BELOW' limit 1")
                .get(0, UUID.class));
        var before = named(Capability.AUDIT_READ, top);
        db.execute(
                "insert into access.granted_right (id, account_id, capability, unit_id, reach, from_on, given_at, giver_account_id)"
                        + " values (gen_random_uuid(), ?, 'AUDIT_READ', ?, 'UNIT', date '2018-01-01', now(), ?)",
                taker.value(),
                top.value(),
                taker.value());

        assertThat(named(Capability.AUDIT_READ, top)).isNotEqualTo(before).contains(taker);
        db.execute(
                "delete from access.granted_right where account_id = ? and capability = 'AUDIT_READ'", taker.value());
    }

    @Test
    void thePageSaysWhyAndOnlyToThoseWhoDecideOnRights() {
        var document =
                db.fetchOne("select id from documents.document limit 1").get(0).toString();
        var page = mvc.get()
                .uri("/who-sees/document/" + document)
                .with(SignIn.as(accounts, "quantri"))
                .exchange();

        assertThat(page).hasStatusOk().bodyText().contains("Ai xem được, và vì sao", "Văn phòng cấp ủy");
        assertThat(mvc.get()
                        .uri("/who-sees/document/" + document)
                        .with(SignIn.as(accounts, "vanphong"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get()
                        .uri("/who-sees/document/nothing-of-the-kind")
                        .with(SignIn.as(accounts, "quantri"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private Set<AccountId> named(Capability capability, UnitId unit) {
        return who.lines(List.of(capability), unit).stream()
                .map(WhoSees.Line::account)
                .collect(Collectors.toSet());
    }

    private Set<AccountId> letIn(List<AccountId> everybody, Capability capability, UnitId unit) {
        var may = new HashSet<AccountId>();
        for (var account : everybody) {
            accounts.viewer(account)
                    .filter(one -> viewer.as(one, () -> lets(capability, unit)))
                    .ifPresent(one -> may.add(account));
        }
        return may;
    }

    /** Returns are also decided on in another's place. */
    private boolean lets(Capability capability, UnitId unit) {
        return capability == Capability.REPORT_ACCEPT
                ? access.decidable().contains(unit)
                : access.allows(capability, unit);
    }
}
