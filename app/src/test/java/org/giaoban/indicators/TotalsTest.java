package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.CountingRound.Outcome;
import org.giaoban.indicators.FactRepository.Arrival;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.platform.Actor;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept as totals is what the leaves add up to, whatever was said, in whatever order it was counted. */
@GiaoBanTest
class TotalsTest {

    private static final int YEAR = 2018;
    private static final List<Period> STORED = periods("2018-01 2018-02 2018-03 2018-04 2018-06 2018-07 2018-08 2018-09"
            + " 2018-12 2018-Q1 2018-Q2 2018-Q3 2018-H1 2018-H2 2018-6M 2018-YTD-09 2018 2017-12");
    private static final List<Period> ASKED = Stream.concat(
                    Run.ALL.stream().map(run -> run.in(YEAR)), periods("2018-H1 2018-4M 2018 2017-12 2017").stream())
            .toList();

    @Autowired
    private FactWriter facts;

    @Autowired
    private AcceptanceRepository acceptances;

    @Autowired
    private OwnerRepository owners;

    @Autowired
    private SheetRepository sheets;

    @Autowired
    private Indicators indicators;

    @Autowired
    private Organization organization;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private Trees trees;

    @Autowired
    private PlanRepository plans;

    @Autowired
    private Totals totals;

    @Autowired
    private Successions successions;

    @Autowired
    private PackedWalk packed;

    @Autowired
    private PackedYears years;

    @Autowired
    private TotalRepository totalRows;

    @Autowired
    private Actor actor;

    @Autowired
    private CountingRound round;

    @Autowired
    private Uncounted uncounted;

    @Autowired
    private RollUps leaves;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @Autowired
    private Duties duties;

    @Autowired
    private Clock clock;

    private final long seed = Long.getLong("giaoban.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<UnitId> units = new ArrayList<>();
    private int made;

    private static List<Period> periods(String codes) {
        return Arrays.stream(codes.split(" ")).map(Period::parse).toList();
    }

    @Test
    void totalsAreWhatTheLeavesAddUpTo() {
        System.out.println("Seed of the totals: " + seed);
        viewer.run(Viewer.SYSTEM, () -> {
            for (var story = 0; story < 4; story++) {
                units.clear();
                var root = plant("A" + story + seed % 1000);
                for (var step = 0; step < 6; step++) {
                    for (var said = 0; said < 25; said++) {
                        say(any(units));
                        if (random.nextInt(8) == 0) {
                            assertThat(round.run()).isIn(Outcome.SOME, Outcome.NOTHING);
                        }
                    }
                    if (step == 2) {
                        move();
                    }
                    if (step == 4) {
                        end();
                    }
                    settle();
                    compare(root);
                }
                startsFromNothing();
            }
        });
    }

    private UnitId plant(String name) {
        var root = unit(name, "TINH_UY", null);
        for (var district = 0; district < 2; district++) {
            var second = unit(name + "-" + district, "HUYEN_UY", root);
            for (var commune = 0; commune < 2; commune++) {
                var third = unit(name + "-" + district + commune, "DANG_UY_XA", second);
                for (var cell = 0; cell < 2; cell++) {
                    unit(name + "-" + district + commune + cell, "CHI_BO", third);
                }
            }
        }
        return root;
    }

    private UnitId unit(String code, String kind, @org.jspecify.annotations.Nullable UnitId parent) {
        var from = DateRange.from(LocalDate.of(2015, 1, 1));
        var id = transaction.execute(
                status -> organization.found(new NewUnit(code, "Đơn vị", "Đơn vị", kind, parent, from, "")));
        units.add(id);
        return id;
    }

    private void say(UnitId unit) {
        transaction.executeWithoutResult(status -> {
            var arrival = arrival(unit, any(STORED));
            facts.takeIn(arrival, said());
            if (random.nextInt(3) == 0) {
                acceptances.accept(arrival);
            }
            if (random.nextInt(9) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private Arrival arrival(UnitId unit, Period period) {
        var versions = organization.versions(unit);
        var owner = owners.register(versions.getLast());
        var source = new FactSource("test", new UUID(0, random.nextInt(2)), "test");
        return new Arrival(source, owner, PeriodKey.of(period), Instant.EPOCH, Viewer.SYSTEM.account());
    }

    private List<Said> said() {
        var said = new ArrayList<Said>();
        for (var indicator : wanted()) {
            if (random.nextInt(3) > 0) {
                said.add(new Said(indicator.id(), figure(), null));
            }
        }
        return said;
    }

    /** Some that add up over time, some that take the last value, some that are rates. */
    private List<Indicator> wanted() {
        var all = indicators.catalogue(LocalDate.of(YEAR, 12, 31)).stream()
                .filter(one -> one.type() != Indicator.Type.TEXT && !one.derived())
                .toList();
        return Stream.of(
                        all.stream()
                                .filter(one -> !one.takesLast() && !one.rate())
                                .limit(3),
                        all.stream()
                                .filter(one -> one.takesLast() && !one.rate())
                                .limit(3),
                        all.stream().filter(Indicator::rate).limit(2))
                .flatMap(some -> some)
                .toList();
    }

    private Editions editions() {
        return new Editions(indicators, wanted().stream().map(Indicator::code).toList());
    }

    private Figure figure() {
        var value = BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 -> Figure.missing(any(List.of(Absence.values())));
            case 1 -> new Figure.Present(value, value.abs(), BigDecimal.TEN, any(List.of(Qualifier.values())));
            case 2 -> Figure.of(value).qualified(any(List.of(Qualifier.values())));
            default -> Figure.of(value);
        };
    }

    /** A commune goes to the other district in the middle of the year. */
    private void move() {
        turn(units.get(2), units.get(8), LocalDate.of(YEAR, 5, 1 + random.nextInt(2) * 14));
    }

    private void turn(UnitId unit, UnitId under, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            cut(unit, day);
            db.execute(
                    "insert into organization.unit_version (unit_id, valid, name, short_name, kind, parent_unit_id, basis)"
                            + " select unit_id, daterange(?::date, null), name, short_name, kind, ?, basis"
                            + " from organization.unit_version where unit_id = ? and upper(valid) = ?::date",
                    day,
                    under.value(),
                    unit.value(),
                    day);
            changed(unit);
        });
    }

    /** A commune's cell is divided between the other cell and one of another commune. */
    private void end() {
        var day = LocalDate.of(YEAR, 8, 1 + random.nextInt(2) * 9);
        var gone = units.get(4);
        transaction.executeWithoutResult(status -> {
            cut(gone, day);
            var share = BigDecimal.valueOf(1 + random.nextInt(4), 0).divide(BigDecimal.valueOf(5));
            follow(gone, units.get(3), day, share);
            follow(gone, units.get(random.nextBoolean() ? 6 : 13), day, BigDecimal.ONE.subtract(share));
            changed(gone);
        });
    }

    private void cut(UnitId unit, LocalDate day) {
        db.execute(
                "update organization.unit_version set valid = daterange(lower(valid), ?::date)"
                        + " where unit_id = ? and valid @> ?::date",
                day,
                unit.value(),
                day);
    }

    private void follow(UnitId gone, UnitId heir, LocalDate day, BigDecimal share) {
        db.execute(
                "insert into organization.succession (from_unit_id, day, to_unit_id, share, estimated, plan_id)"
                        + " values (?, ?, ?, ?, false, uuidv7())",
                gone.value(),
                day,
                heir.value(),
                share);
    }

    private void changed(UnitId unit) {
        db.execute(
                "with number as (update organization.tree_state set version = nextval('organization.tree_version')"
                        + " returning version) insert into organization.unit_change (unit_id, version)"
                        + " select ?, version from number on conflict (unit_id) do update set version = excluded.version",
                unit.value());
    }

    private void settle() {
        var outcome = round.run();
        while (outcome != Outcome.NOTHING) {
            outcome = round.run();
        }
        assertThat(transaction.<Boolean>execute(status -> uncounted.any())).isFalse();
    }

    private void compare(UnitId root) {
        var high = new RollUps(
                organization,
                trees,
                new Heights(organization, headcounts, trees, plans, 2),
                totals,
                packed,
                owners,
                sheets,
                plans,
                duties,
                clock);
        transaction.executeWithoutResult(status -> {
            comparePacked(root);
            for (var unit : List.of(root, units.get(1), units.get(2), units.get(9))) {
                var buckets =
                        ASKED.stream().map(period -> Bucket.of(unit, period)).toList();
                var low = leaves.of(buckets, editions());
                var told = high.of(buckets, editions());
                for (var bucket = 0; bucket < buckets.size(); bucket++) {
                    assertThat(told.tree(bucket).fromTotals()).isTrue();
                    assertThat(told(told, bucket))
                            .as("unit %d in %s, seed %d", units.indexOf(unit), ASKED.get(bucket), seed)
                            .isEqualTo(told(low, bucket));
                }
            }
        });
    }

    /** Periods that nobody keeps totals of, and the past by a later tree, from the packed years. */
    private void comparePacked(UnitId root) {
        var walk = new PackedWalk(years, totalRows, sheets, owners, organization, actor, 1);
        var none = new Heights(organization, headcounts, trees, plans, Integer.MAX_VALUE);
        var covered = new Totals(totalRows, new Covers(organization, successions, 1));
        var walked = new RollUps(organization, trees, none, covered, walk, owners, sheets, plans, duties, clock);
        var later = LocalDate.of(YEAR + 1, 3, 31);
        var shortened = 0;
        for (var unit : List.of(root, units.get(1), units.get(6))) {
            var buckets = new ArrayList<Bucket>();
            for (var period : periods(
                    "2018-02..2018-04 2018-05..2018-11 2017-11..2018-03 2016-07..2018-12 2018-03 2018-07 2018-11 2018-Q3 2018-YTD-03 2018-YTD-09")) {
                buckets.add(Bucket.of(unit, period));
                buckets.add(new Bucket(unit, period, later, period.lastDay()));
            }
            var low = leaves.of(buckets, editions());
            var told = walked.of(buckets, editions());
            for (var bucket = 0; bucket < buckets.size(); bucket++) {
                var all = told.tree(bucket).places();
                shortened += all.size()
                        - covered.left(buckets.get(bucket), told.tree(bucket)).size();
                assertThat(told(told, bucket))
                        .as("unit %d in %s, seed %d", units.indexOf(unit), buckets.get(bucket), seed)
                        .isEqualTo(told(low, bucket));
            }
        }
        assertThat(shortened).as("units read through totals").isPositive();
    }

    private Map<String, String> told(RolledUp rolled, int bucket) {
        var told = new TreeMap<String, String>();
        for (var indicator : wanted()) {
            told.put(indicator.code(), told(rolled.rolled(bucket, Tree.ALL, indicator)));
            for (var branch = 1; branch < rolled.tree(bucket).branches().size(); branch++) {
                told.put(indicator.code() + " " + branch, branch(rolled.rolled(bucket, branch, indicator)));
            }
        }
        return told;
    }

    /** A unit divided within a branch raises the version of the branch once, and that of the unit it stands for twice. */
    private static String branch(FigureLine.Rolled rolled) {
        return figure(rolled) + " " + (rolled.version() > 0);
    }

    private static String told(FigureLine.Rolled rolled) {
        return figure(rolled) + " " + rolled.version();
    }

    private static String figure(FigureLine.Rolled rolled) {
        var figure = rolled.figure() instanceof Figure.Present present
                ? plain(present.value()) + " " + plain(present.numerator()) + "/" + plain(present.denominator())
                        + present.qualifier()
                : rolled.figure().toString();
        return figure + " " + rolled.counts() + " " + rolled.estimated();
    }

    private static String plain(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? "-" : value.stripTrailingZeros().toPlainString();
    }

    private void startsFromNothing() {
        var before = stored();
        assertThat(before).isNotEmpty();
        assertThat(round.recount()).contains(YEAR);
        assertThat(stored()).isEqualTo(before);
    }

    private Map<String, String> stored() {
        var stored = new TreeMap<String, String>();
        db.fetch("select unit_no, month, encode(sums, 'hex') as sums from indicators.total where length(sums) > 0")
                .forEach(row -> stored.put(row.get("unit_no") + " " + row.get("month"), row.get("sums", String.class)));
        return stored;
    }

    @Test
    void countsEveryValueOnceWhoeverCountsAndWhoeverDies() throws Exception {
        var root = viewer.as(Viewer.SYSTEM, () -> plant("C" + seed % 1000));
        var writing = new AtomicBoolean(true);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var writers = new ArrayList<Future<?>>();
            for (var writer = 0; writer < 3; writer++) {
                var own = List.of(units.get(3 + writer), units.get(10 + writer));
                writers.add(pool.submit(() -> viewer.run(Viewer.SYSTEM, () -> {
                    for (var said = 0; said < 60; said++) {
                        synchronized (random) {
                            made++;
                        }
                        say(own.get(said % 2));
                    }
                })));
            }
            var nodes = new ArrayList<Future<?>>();
            for (var node = 0; node < 2; node++) {
                nodes.add(pool.submit(() -> viewer.run(Viewer.SYSTEM, () -> {
                    while (writing.get()) {
                        round.run();
                    }
                })));
            }
            for (var deaths = 0; deaths < 10; deaths++) {
                assertThatThrownBy(() -> viewer.run(Viewer.SYSTEM, this::countAndDie))
                        .isInstanceOf(RuntimeException.class);
            }
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (var node : nodes) {
                node.get();
            }
        }
        assertThat(made).isEqualTo(180);
        viewer.run(Viewer.SYSTEM, () -> {
            settle();
            compare(root);
        });
    }

    /** The round has done its work and its connection is cut before it can commit. */
    private void countAndDie() {
        transaction.executeWithoutResult(status -> {
            round.run();
            db.execute("select pg_terminate_backend(pg_backend_pid())");
        });
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
