package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The database alone: no handler and no use case asks for a right here. */
@GiaoBanTest(story = "vu-quang-2018-11")
class RowSecurityTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private static int count;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    UnitTree tree;

    private UnitId own;
    private UUID person;

    @BeforeEach
    void aContactOfTheOwnUnit() throws SQLException {
        own = tree.byCode("SL-01").orElseThrow();
        person = UUID.fromString(owner("select id from people.person order by id limit 1"));
        owner("insert into people.contact (person_id, keeper_unit_id, phone, email, address) values ('" + person
                + "', '"
                + own.value() + "', '0900000000', '', '') on conflict (person_id) do update set keeper_unit_id ="
                + " excluded.keeper_unit_id returning person_id");
    }

    @Test
    void aRowIsSeenByThoseWhoHoldItsUnitAndByNobodyElse() {
        assertThat(seen(holder("SL-01", Reach.UNIT, Capability.PEOPLE_READ))).isEqualTo(1);
        assertThat(seen(holder("SL", Reach.BELOW, Capability.PEOPLE_READ))).isEqualTo(1);
        assertThat(seen(Viewer.SYSTEM)).isEqualTo(1);

        assertThat(seen(holder("SL-02", Reach.BELOW, Capability.PEOPLE_READ))).isZero();
        assertThat(seen(holder("SL", Reach.UNIT, Capability.PEOPLE_READ))).isZero();
        assertThat(seen(holder("SL-01", Reach.BELOW, Capability.TASK_READ))).isZero();
        assertThat(transaction.<Integer>execute(status -> rows()))
                .as("nobody signed in")
                .isZero();
    }

    @Test
    void outsideATransactionNothingIsSeen() {
        assertThat(viewer.as(Viewer.SYSTEM, this::rows)).isZero();
    }

    @Test
    void aViewerLeavesNothingBehindOnTheConnection() {
        var entitled = holder("SL", Reach.BELOW, Capability.PEOPLE_READ);
        for (var i = 0; i < 20; i++) {
            assertThat(seen(entitled)).isEqualTo(1);
            assertThat(transaction.<Integer>execute(status -> rows())).isZero();
        }
    }

    @Test
    void whoMayOnlyReadCannotWriteAndNobodyWritesIntoAnotherUnit() {
        var reader = holder("SL-01", Reach.UNIT, Capability.PEOPLE_READ);
        var editor = holder("SL-02", Reach.UNIT, Capability.PEOPLE_READ, Capability.PEOPLE_EDIT);

        assertThatThrownBy(() -> write(reader))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"contact\"");
        assertThat(write(editor)).as("rows of another unit are not there").isZero();
    }

    /** Negative control: without the policy the same questions show everything. */
    @Test
    void withoutTheFenceTheRowWouldBeSeen() throws SQLException {
        var stranger = holder("SL-02", Reach.BELOW, Capability.PEOPLE_READ);
        assertThat(seen(stranger)).isZero();

        owner("alter table people.contact no force row level security, disable row level security returning");
        try {
            assertThat(seen(stranger)).isEqualTo(1);
        } finally {
            owner("alter table people.contact enable row level security, force row level security returning");
        }
        assertThat(seen(stranger)).isZero();
    }

    private int seen(Viewer who) {
        var rows = viewer.as(who, () -> transaction.execute(status -> rows()));
        assertThat(rows).isNotNull();
        return rows;
    }

    private int rows() {
        return db.fetch("select 1 from people.contact where person_id = ?", person)
                .size();
    }

    private int write(Viewer who) {
        return viewer.as(
                who,
                () -> transaction.execute(status ->
                        db.execute("update people.contact set phone = '0911111111' where person_id = ?", person)));
    }

    private Viewer holder(String code, Reach reach, Capability... capabilities) {
        var account = account();
        viewer.run(Viewer.SYSTEM, () -> {
            for (var capability : capabilities) {
                grants.grant(account, capability, tree.byCode(code).orElseThrow(), reach, DateRange.from(LONG_AGO));
            }
        });
        return accounts.viewer(account).orElseThrow();
    }

    private AccountId account() {
        return accounts.create(new NewAccount(
                "hang.rao" + ++count,
                "Người thử " + count,
                null,
                null,
                "mot cau de nho 2018",
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
    }

    private String owner(String sql) throws SQLException {
        var database = String.valueOf(db.fetchValue("select current_database()"));
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute("set app.everywhere = 'on'");
            if (sql.endsWith("returning")) {
                statement.execute(sql.replace(" returning", ""));
                return "";
            }
            try (var result = statement.executeQuery(sql)) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
