package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.FactRepository.Arrival;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.indicators.RollUp.Wanted;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.platform.FixedStatements;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sheets remembered and added up in Java say what one long statement over the rows says. */
@GiaoBanTest
class RollUpTest {

    private static final List<Period> PERIODS = Stream.of(
                    "2018-01 2018-02 2018-03 2018-04 2018-05 2018-06 2018-07 2018-10 2018-12 2018-Q1 2018-Q2 2018-H1",
                    "2018-6M 2018-YTD-06 2018-YTD-10 2018-9M 2018 2017-12")
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .map(Period::parse)
            .toList();
    private static final int UNITS = 6;
    private static final short INDICATORS = 7;

    private final FactWriter writer;
    private final OwnerRepository owners;
    private final SheetRepository sheets;
    private final CountedRepository counted;
    private final Organization organization;
    private final CurrentViewer viewer;
    private final TransactionTemplate transaction;
    private final DSLContext db;
    private final FixedStatements statements;
    private final Random random;

    @Autowired
    RollUpTest(
            FactWriter writer,
            OwnerRepository owners,
            SheetRepository sheets,
            CountedRepository counted,
            Organization organization,
            CurrentViewer viewer,
            TransactionTemplate transaction,
            DSLContext db,
            FixedStatements statements) {
        this.writer = writer;
        this.owners = owners;
        this.sheets = sheets;
        this.counted = counted;
        this.organization = organization;
        this.viewer = viewer;
        this.transaction = transaction;
        this.db = db;
        this.statements = statements;
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of the roll-up: " + seed);
        random = new Random(seed);
    }

    @Test
    void addsUpWhatTheStatementAddsUp() throws IOException {
        var units = IntStream.range(0, UNITS).mapToObj(this::owner).toList();
        for (var round = 0; round < 60; round++) {
            for (var said = 0; said < 12; said++) {
                transaction.executeWithoutResult(status -> {
                    say(units);
                    if (random.nextInt(6) == 0) {
                        remembered(units);
                        status.setRollbackOnly();
                    }
                });
            }
            compare(units);
        }
    }

    private Owner owner(int number) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> transaction.execute(status -> {
                    var valid = DateRange.from(LocalDate.of(2015, 1, 1));
                    var id = organization.found(
                            new NewUnit("RU-" + number, "Đơn vị", "Đơn vị", "HUYEN_UY", null, valid, ""));
                    return owners.register(organization.get(id, LocalDate.of(2018, 1, 1)));
                }));
    }

    private void say(List<Owner> units) {
        var said = new ArrayList<Said>();
        for (short indicator = 1; indicator <= INDICATORS; indicator++) {
            if (random.nextInt(3) > 0) {
                said.add(new Said(indicator, figure(), null));
            }
        }
        var source = new FactSource("test", new UUID(0, random.nextInt(4)), "test");
        writer.takeIn(
                new Arrival(source, any(units), PeriodKey.of(any(PERIODS)), Instant.EPOCH, Viewer.SYSTEM.account()),
                said);
    }

    private Figure figure() {
        var value = BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> Figure.missing(any(List.of(Absence.values())));
            case 1 -> new Figure.Present(value, value.abs(), BigDecimal.TEN, any(List.of(Qualifier.values())));
            case 2 -> Figure.of(value).qualified(any(List.of(Qualifier.values())));
            default -> Figure.of(value);
        };
    }

    private void compare(List<Owner> units) throws IOException {
        var leaves = new ArrayList<Leaf>();
        var spans = new ArrayList<Span>();
        for (var bucket = 0; bucket < 3; bucket++) {
            spans.addAll(StoredPeriods.of(bucket, any(PERIODS)));
            for (var unit : units) {
                if (random.nextInt(5) > 0) {
                    leaves.add(new Leaf(bucket, unit.number(), unit.cell(), random.nextInt(3), null, Leaf.THROUGHOUT));
                }
            }
        }
        var wanted = new ArrayList<Wanted>();
        for (short indicator = 1; indicator <= INDICATORS; indicator++) {
            if (random.nextInt(6) > 0) {
                wanted.add(new Wanted(indicator, random.nextBoolean()));
            }
        }
        var remembered = remembered(units);
        var added = new RollUp(spans, wanted).add(leaves, (unit, period) -> remembered.get(new Place(unit, period)));
        assertThat(told(added)).isEqualTo(told(stated(leaves, spans, wanted)));
    }

    private Map<Place, Sheet> remembered(List<Owner> units) {
        var all = new ArrayList<Integer>();
        for (var period : PERIODS) {
            StoredPeriods.of(0, period).forEach(span -> all.add(span.period()));
        }
        return sheets.of(units, sheets.stamps(units, all));
    }

    private List<Cell> stated(List<Leaf> tree, List<Span> spans, List<Wanted> wanted) throws IOException {
        var statement = new ClassPathResource("indicators/roll-up.sql").getContentAsString(StandardCharsets.UTF_8);
        var first = spans.stream().mapToInt(Span::period).min().orElseThrow();
        var stride = spans.stream().mapToInt(Span::period).max().orElseThrow() - first + 1;
        var places = new Integer[stride * 3];
        Arrays.fill(places, 0);
        var last = new HashMap<Integer, Integer>();
        for (var span : spans) {
            places[span.bucket() * stride + span.period() - first] = (span.grain() + 1) * 100 + span.place();
            last.put(span.bucket(), span.last());
        }
        return db.resultQuery(
                        statement,
                        places,
                        stride,
                        first,
                        wanted.stream()
                                .filter(Wanted::takesLast)
                                .map(Wanted::id)
                                .toArray(Short[]::new),
                        2,
                        tree.stream().map(Leaf::cell).toArray(Short[]::new),
                        tree.stream().map(Leaf::unit).toArray(Integer[]::new),
                        spans.stream().map(Span::period).toArray(Integer[]::new),
                        wanted.stream().map(Wanted::id).toArray(Short[]::new),
                        tree.stream().map(Leaf::bucket).toArray(Integer[]::new),
                        tree.stream().map(Leaf::unit).toArray(Integer[]::new),
                        tree.stream().map(Leaf::branch).toArray(Integer[]::new),
                        tree.stream().map(leaf -> last.get(leaf.bucket())).toArray(Integer[]::new))
                .fetch(RollUpTest::cell);
    }

    private static Cell cell(Record row) {
        return new Cell(
                row.get("bucket", int.class),
                row.get("branch", int.class),
                row.get("indicator_id", short.class),
                new Tally(
                        new Tally.Sums(
                                row.get("value", BigDecimal.class),
                                row.get("every", BigDecimal.class),
                                row.get("numerator", BigDecimal.class),
                                row.get("denominator", BigDecimal.class)),
                        new Tally.Heads(
                                row.get("present", int.class),
                                row.get("partial", int.class),
                                row.get("none", int.class),
                                row.get("not_applicable", int.class),
                                row.get("bare", int.class),
                                0),
                        row.get("qualifiers", int.class),
                        row.get("version", long.class)));
    }

    private static List<String> told(List<Cell> cells) {
        return cells.stream()
                .map(cell -> String.format("%3d %3d %3d ", cell.bucket(), cell.branch(), cell.indicator())
                        + plain(cell.tally().sums().value())
                        + plain(cell.tally().sums().every())
                        + plain(cell.tally().sums().numerator())
                        + plain(cell.tally().sums().denominator())
                        + cell.tally().heads() + cell.tally().qualifiers() + " "
                        + cell.tally().version())
                .sorted()
                .toList();
    }

    private static String plain(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? "- " : value.stripTrailingZeros().toPlainString() + " ";
    }

    @Test
    void anotherServerSeesWhatWasPutAndNobodyWhatWasTakenBack() {
        var unit = owner(100);
        var other = new SheetRepository(db, statements, counted);
        var october = List.of(PeriodKey.of(Period.month(2018, 10)));
        transaction.executeWithoutResult(status -> put(unit, 1));
        assertThat(value(sheets, unit, october)).isEqualByComparingTo("1");
        assertThat(value(other, unit, october)).isEqualByComparingTo("1");

        transaction.executeWithoutResult(status -> {
            put(unit, 2);
            assertThat(value(sheets, unit, october)).isEqualByComparingTo("2");
            status.setRollbackOnly();
        });
        assertThat(value(sheets, unit, october)).isEqualByComparingTo("1");

        transaction.executeWithoutResult(status -> put(unit, 3));
        assertThat(value(sheets, unit, october)).isEqualByComparingTo("3");
        assertThat(value(other, unit, october)).isEqualByComparingTo("3");
    }

    private void put(Owner unit, int value) {
        writer.takeIn(
                new Arrival(
                        new FactSource("test", new UUID(0, 1), "test"),
                        unit,
                        PeriodKey.of(Period.month(2018, 10)),
                        Instant.EPOCH,
                        Viewer.SYSTEM.account()),
                List.of(new Said((short) 1, Figure.of(value), null)));
    }

    private static BigDecimal value(SheetRepository from, Owner unit, List<Integer> periods) {
        var sheet = from.of(List.of(unit), from.stamps(List.of(unit), periods))
                .get(new Place(unit.number(), periods.getFirst()));
        return java.util.Objects.requireNonNull(sheet).amount(0).value();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
