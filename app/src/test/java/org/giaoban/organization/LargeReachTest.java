package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.access.Scope;
import org.giaoban.access.UnitPick;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Memory;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One grant over hundreds of units: application, lists and the database's fence agree to the unit, however it is told. */
@GiaoBanTest
class LargeReachTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);
    private static final int COMMUNES = 230;

    private static int accountsMade;

    @Autowired
    private TreeRevisions revisions;

    @Autowired
    private Access access;

    @Autowired
    private UnitPick pick;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private List<Memory> memories;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    @BeforeEach
    void twoProvincesOfManyCommunes() {
        if (codes(db.fetch("select code from organization.unit").getValues(0, String.class))
                .contains("QG")) {
            return;
        }
        found("QG", "");
        for (var province : List.of("TA", "TB")) {
            found(province, "QG");
            var communes = new ArrayList<String>();
            for (var number = 1; number <= COMMUNES; number++) {
                communes.add(province + "-" + number);
            }
            found(communes, province);
        }
    }

    @Test
    void whoHoldsTheOnlyTopHoldsEveryUnitThatEverWas() {
        var country = holder("QG", Reach.BELOW);
        assertThat(extent(country)).isEqualTo(new Scope.Extent.WholeTree());
        assertThat(agreed(country)).hasSize(3 + 2 * COMMUNES);

        end(List.of("TA-1"), List.of());
        assertThat(agreed(country)).as("nobody took its place").contains("TA-1");
        assertThat(agreed(holder("TA", Reach.BELOW))).doesNotContain("TA-1");
        end(List.of("TA-2"), List.of("TB-2"));
        assertThat(agreed(country)).contains("TA-2");

        found("KHAC", "");
        found("KHAC-1", "KHAC");
        assertThat(extent(country)).isInstanceOf(Scope.Extent.Stored.class);
        assertThat(agreed(country)).contains("TA", "TB-9", "TA-2").doesNotContain("KHAC", "KHAC-1");
        assertThat(viewer.as(country, () -> access.reachesEverybody(Capability.PEOPLE_READ)))
                .isTrue();
    }

    @Test
    void aProvinceSeesItsCommunesAndThoseTheyCameFromAndNoSiblings() {
        end(List.of("TB-3"), List.of("TA-3"));
        end(List.of("TA-4", "TA-5"), List.of("TA-6"));

        var one = holder("TA", Reach.BELOW);
        var other = holder("TB", Reach.BELOW);

        assertThat(extent(one)).isInstanceOf(Scope.Extent.Stored.class);
        assertThat(agreed(one))
                .contains("TA", "TA-3", "TA-4", "TA-5", "TA-6", "TA-" + COMMUNES, "TB-3")
                .doesNotContain("QG", "TB", "TB-7");
        assertThat(agreed(other)).contains("TB", "TB-7").doesNotContain("QG", "TA", "TA-3", "TB-3");
        assertThat(agreed(holder("QG", Reach.UNIT))).containsExactly("QG");
        assertThat(agreed(holder("TA-6", Reach.UNIT))).containsExactly("TA-4", "TA-5", "TA-6");
        assertThat(extent(holder("TA-6", Reach.UNIT))).isInstanceOf(Scope.Extent.Listed.class);
    }

    @Test
    void tooManyUnitsForAListAreTypedByTheirCode() {
        var province = holder("TB", Reach.BELOW);
        var commune = revisions.identities(List.of("TB-7")).get("TB-7");

        assertThat(viewer.as(holder("QG", Reach.BELOW), () -> pick.offered(Capability.PEOPLE_READ)))
                .isEmpty();
        assertThat(viewer.as(holder("TB-7", Reach.UNIT), () -> pick.offered(Capability.PEOPLE_READ)))
                .containsOnlyKeys(commune.toString());
        assertThat(viewer.as(province, () -> pick.find(" TB-7 ", Capability.PEOPLE_READ)))
                .contains(commune);
        assertThat(viewer.as(province, () -> pick.find(commune.toString(), Capability.PEOPLE_READ)))
                .contains(commune);
        assertThat(viewer.as(province, () -> pick.find("TA-7", Capability.PEOPLE_READ)))
                .isEmpty();
        assertThat(viewer.as(province, () -> pick.find("TB-7", Capability.PEOPLE_EDIT)))
                .isEmpty();
        assertThat(viewer.as(province, () -> pick.find("khong-co", Capability.PEOPLE_READ)))
                .isEmpty();
        assertThat(viewer.as(holder("QG", Reach.BELOW), () -> pick.shown(commune, Capability.PEOPLE_READ)))
                .isEqualTo("TB-7");
    }

    @Test
    void theNextRequestKnowsTheNewTree() {
        var province = holder("TB", Reach.BELOW);
        assertThat(agreed(province)).doesNotContain("TB-NEW");

        found("TB-NEW", "TB");

        assertThat(agreed(province)).contains("TB-NEW");
    }

    @Test
    void theDatabaseRefusesToWriteWhereOnlyReadingIsHeld() {
        var reader = holder("TA", Reach.BELOW);
        var editor = holder("TB", Reach.BELOW, Capability.PEOPLE_EDIT);

        assertThatThrownBy(() -> write(reader, "TA-8"))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"contact\"");
        assertThat(write(editor, "TA-8")).as("rows of a sibling are not there").isZero();
        assertThat(write(editor, "TB-8")).isOne();
    }

    @Test
    void aStoredSetThatIsGoneShowsNothingUntilItIsStoredAgain() throws SQLException {
        var province = holder("TB", Reach.BELOW);
        var before = agreed(province);

        owner("delete from access.reach");
        assertThat(listed(province)).isEmpty();

        memories.forEach(Memory::forget);
        assertThat(agreed(province)).isEqualTo(before);
    }

    /** Negative control: the fence, not the question, keeps a sibling's rows away. */
    @Test
    void withoutTheFenceASiblingsRowsWouldBeSeen() throws SQLException {
        var province = holder("TA", Reach.BELOW);
        owner("alter table people.contact no force row level security, disable row level security");
        try {
            assertThat(fenced(province)).contains("TB-7");
        } finally {
            owner("alter table people.contact enable row level security, force row level security");
        }
        assertThat(fenced(province)).doesNotContain("TB-7");
    }

    /** What the application allows, what a list shows and what the database lets through: one answer of three. */
    private Set<String> agreed(Viewer who) {
        var everyone = db.select(UNIT.ID, UNIT.CODE).from(UNIT).fetchMap(UNIT.ID, UNIT.CODE);
        var allowed = viewer.as(
                who,
                () -> codes(everyone.entrySet().stream()
                        .filter(unit -> access.allows(Capability.PEOPLE_READ, new UnitId(unit.getKey())))
                        .map(unit -> unit.getValue())
                        .toList()));
        assertThat(listed(who)).as("a list").isEqualTo(allowed);
        assertThat(fenced(who)).as("the database").isEqualTo(allowed);
        return allowed;
    }

    private Set<String> listed(Viewer who) {
        return asked(
                who,
                () -> db.select(UNIT.CODE)
                        .from(UNIT)
                        .join(UNIT_VERSION)
                        .on(UnitRepository.IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                        .where(access.scope(Capability.PEOPLE_READ).condition(UNIT_VERSION.UNIT_ID))
                        .fetch(UNIT.CODE));
    }

    /** Nobody asks for a right here: the table is read as it is. */
    private Set<String> fenced(Viewer who) {
        return asked(who, () -> db.fetch("""
                select u.code from people.contact c join organization.unit u on u.id = c.keeper_unit_id""").getValues(0, String.class));
    }

    private Set<String> asked(Viewer who, Supplier<List<String>> question) {
        return viewer.as(who, () -> transaction.execute(status -> codes(question.get())));
    }

    private static Set<String> codes(Collection<String> codes) {
        return new TreeSet<>(codes);
    }

    private Scope.Extent extent(Viewer who) {
        return viewer.as(who, () -> access.scope(Capability.PEOPLE_READ).extent());
    }

    private int write(Viewer who, String code) {
        return viewer.as(who, () -> transaction.execute(status -> db.execute("""
                update people.contact set phone = '0911111111'
                where keeper_unit_id = (select id from organization.unit where code = ?)""", code)));
    }

    private void found(String code, String parent) {
        found(List.of(code), parent);
    }

    /** Each new unit keeps the file of one person. */
    private void found(List<String> codes, String parent) {
        system(() -> {
            var ids = revisions.reserve(codes.stream()
                    .map(code -> new TreeRevisions.Planned(code, true, parent))
                    .toList());
            var above = parent.isEmpty()
                    ? null
                    : revisions.identities(List.of(parent)).get(parent);
            var kind = parent.isEmpty() ? "TINH_UY" : codes.size() > 1 ? "DANG_UY_XA" : "HUYEN_UY";
            var since = DateRange.from(LONG_AGO);
            revisions.found(codes.stream()
                    .map(code -> new TreeRevision.Begun(
                            new Unit(ids.get(code), code, code, code, kind, above, since, (short) 1), "Quyết định"))
                    .toList());
            var numbers = ids.values().stream().map(UnitId::value).toArray(UUID[]::new);
            db.execute("""
                    insert into people.person (id, code, full_name, gender, keeper_unit_id)
                    select id, 'P.' || code, 'Người của ' || code, 'UNKNOWN', id from organization.unit where id = any (?)""", (Object) numbers);
            db.execute(
                    "insert into people.contact (person_id, keeper_unit_id) select id, id from unnest(?) as u (id)",
                    (Object) numbers);
        });
    }

    /** The units end today, each wholly in the heirs' favour. */
    private void end(List<String> codes, List<String> heirs) {
        system(() -> {
            var today = LocalDate.now(clock);
            var plan = UUID.randomUUID();
            var gone = revisions.identities(codes);
            var steps = new ArrayList<Succession>();
            revisions
                    .identities(heirs)
                    .values()
                    .forEach(heir -> gone.values()
                            .forEach(
                                    unit -> steps.add(new Succession(unit, heir, today, BigDecimal.ONE, false, plan))));
            revisions.apply(new TreeRevision(plan, today, gone.values(), List.of(), steps), db::execute);
            revisions.changed(gone.values());
        });
    }

    private void system(Runnable work) {
        viewer.run(Viewer.SYSTEM, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private Viewer holder(String code, Reach reach, Capability... more) {
        var account = account();
        var unit = revisions.identities(List.of(code)).get(code);
        viewer.run(Viewer.SYSTEM, () -> {
            grants.grant(account, Capability.PEOPLE_READ, unit, reach, DateRange.from(LONG_AGO));
            for (var capability : more) {
                grants.grant(account, capability, unit, reach, DateRange.from(LONG_AGO));
            }
        });
        return accounts.viewer(account).orElseThrow();
    }

    private AccountId account() {
        return accounts.create(new NewAccount(
                "tam.voi" + ++accountsMade,
                "Người thử " + accountsMade,
                null,
                null,
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    private void owner(String sql) throws SQLException {
        var database = String.valueOf(db.fetchValue("select current_database()"));
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
