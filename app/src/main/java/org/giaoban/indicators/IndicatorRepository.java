package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_GROUP;
import static org.giaoban.indicators.db.Tables.INDICATOR_VERSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.giaoban.indicators.Indicator.Direction;
import org.giaoban.indicators.Indicator.Edition;
import org.giaoban.indicators.Indicator.OverTime;
import org.giaoban.indicators.Indicator.OverUnits;
import org.giaoban.indicators.Indicator.Rule;
import org.giaoban.indicators.Indicator.Schedule;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.indicators.Indicator.Wording;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of the catalogue. */
@Repository
class IndicatorRepository {

    /** More lines than any catalogue has; a list is never without a limit. */
    private static final int MOST = 2000;

    private final DSLContext db;
    private final Remembered<List<Indicator>> catalogue;
    private final Remembered<NavigableSet<LocalDate>> turns;

    IndicatorRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        catalogue = stamps.remembered("indicators.catalogue", this::all);
        turns = stamps.remembered("indicators.catalogue", this::turns);
    }

    /** Another one whenever the catalogue may be another. */
    long number() {
        return catalogue.number();
    }

    record Group(String code, String nameVi, String nameEn) {}

    List<Group> groups() {
        return db.select(INDICATOR_GROUP.CODE, INDICATOR_GROUP.NAME_VI, INDICATOR_GROUP.NAME_EN)
                .from(INDICATOR_GROUP)
                .orderBy(INDICATOR_GROUP.POSITION)
                .limit(MOST)
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3()));
    }

    List<Indicator> on(LocalDate day) {
        return catalogue.get().stream()
                .filter(each -> each.edition().valid().contains(day))
                .toList();
    }

    /** The last day up to this one on which the catalogue became another one. */
    LocalDate turnedBy(LocalDate day) {
        var turned = turns.get().floor(day);
        return turned == null ? LocalDate.MIN : turned;
    }

    private NavigableSet<LocalDate> turns() {
        var turns = new TreeSet<LocalDate>();
        for (var line : catalogue.get()) {
            turns.add(line.edition().valid().from());
            Optional.ofNullable(line.edition().valid().until()).ifPresent(turns::add);
        }
        return turns;
    }

    List<Indicator> versions(String code) {
        return catalogue.get().stream().filter(each -> each.code().equals(code)).toList();
    }

    /** Every version of every line, in the order of the catalogue. */
    List<Indicator> allVersions() {
        return catalogue.get();
    }

    private List<Indicator> all() {
        return db.select(INDICATOR.CODE)
                .select(INDICATOR_VERSION.fields())
                .from(INDICATOR_VERSION)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(INDICATOR_VERSION.INDICATOR_ID))
                .join(INDICATOR_GROUP)
                .on(INDICATOR_GROUP.CODE.eq(INDICATOR_VERSION.GROUP_CODE))
                .orderBy(INDICATOR_GROUP.POSITION, INDICATOR.CODE, INDICATOR_VERSION.VERSION)
                .fetch(IndicatorRepository::indicator);
    }

    Map<String, Short> ids() {
        return db.select(INDICATOR.CODE, INDICATOR.ID)
                .from(INDICATOR)
                .limit(MOST)
                .fetchMap(INDICATOR.CODE, INDICATOR.ID);
    }

    /** A group that is there stays as it is. */
    void insertGroup(Group group, int position) {
        var written = db.insertInto(
                        INDICATOR_GROUP,
                        INDICATOR_GROUP.CODE,
                        INDICATOR_GROUP.POSITION,
                        INDICATOR_GROUP.NAME_VI,
                        INDICATOR_GROUP.NAME_EN)
                .values(group.code(), (short) position, group.nameVi(), group.nameEn())
                .onConflictDoNothing()
                .execute();
        catalogue.renewIfWritten(written);
    }

    /** New codes only; the rows already there are kept as they are. */
    void insertCodes(List<String> codes) {
        var written = db.batch(codes.stream()
                        .map(code -> db.insertInto(INDICATOR, INDICATOR.CODE)
                                .values(code)
                                .onConflictDoNothing())
                        .toList())
                .execute();
        catalogue.renewIfWritten(written);
    }

    /** Locks the line of the catalogue, so that two new versions come one after the other. */
    short lock(String code) {
        return Objects.requireNonNull(db.select(INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.eq(code))
                .forUpdate()
                .fetchSingle(INDICATOR.ID));
    }

    /** Locks every line, so that two files come one after the other. */
    void lockAll() {
        db.select(INDICATOR.ID)
                .from(INDICATOR)
                .orderBy(INDICATOR.ID)
                .limit(MOST)
                .forUpdate()
                .fetch();
    }

    void end(short indicator, int version, LocalDate until) {
        db.update(INDICATOR_VERSION)
                .set(INDICATOR_VERSION.VALID_UNTIL, until)
                .where(INDICATOR_VERSION.INDICATOR_ID.eq(indicator), INDICATOR_VERSION.VERSION.eq((short) version))
                .execute();
        catalogue.renew();
    }

    /** Versions get the end they carry. */
    void endAll(List<Indicator> ended) {
        var v = INDICATOR_VERSION;
        db.batch(ended.stream()
                        .map(line -> db.update(v)
                                .set(v.VALID_UNTIL, line.edition().valid().until())
                                .where(v.INDICATOR_ID.eq(line.id()))
                                .and(v.VERSION.eq((short) line.edition().version())))
                        .toList())
                .execute();
        catalogue.renew();
    }

    void insert(List<Indicator> indicators, Instant at, @Nullable AccountId by) {
        var written = db.batch(indicators.stream()
                        .map(indicator -> insertion(indicator, at, by))
                        .toList())
                .execute();
        catalogue.renewIfWritten(written);
    }

    private org.jooq.Query insertion(Indicator indicator, Instant at, @Nullable AccountId by) {
        var v = INDICATOR_VERSION;
        return db.insertInto(v)
                .set(v.INDICATOR_ID, indicator.id())
                .set(v.VERSION, (short) indicator.edition().version())
                .set(v.VALID_FROM, indicator.edition().valid().from())
                .set(v.VALID_UNTIL, indicator.edition().valid().until())
                .set(v.GROUP_CODE, indicator.group())
                .set(v.NAME_VI, indicator.wording().nameVi())
                .set(v.NAME_EN, indicator.wording().nameEn())
                .set(v.UNIT_VI, indicator.wording().unitVi())
                .set(v.UNIT_EN, indicator.wording().unitEn())
                .set(v.DEFINITION_VI, indicator.wording().definitionVi())
                .set(v.DEFINITION_EN, indicator.wording().definitionEn())
                .set(v.TYPE, indicator.type().name())
                .set(v.OVER_UNITS, indicator.rule().overUnits().name())
                .set(v.OVER_TIME, indicator.rule().overTime().name())
                .set(v.DIRECTION, indicator.direction().name())
                .set(v.DECIMALS, (short) indicator.decimals())
                .set(v.NUMERATOR, indicator.rule().numerator())
                .set(v.DENOMINATOR, indicator.rule().denominator())
                .set(v.PERIODS, indicator.schedule().periods().toArray(String[]::new))
                .set(v.REPORTER, indicator.schedule().reporter())
                .set(v.NOTE, indicator.schedule().note())
                .set(v.CREATED_AT, at)
                .set(v.CREATED_BY_ACCOUNT_ID, by)
                .onConflictDoNothing();
    }

    private static Indicator indicator(Record row) {
        var v = INDICATOR_VERSION;
        return new Indicator(
                row.get(v.INDICATOR_ID),
                row.get(INDICATOR.CODE),
                row.get(v.GROUP_CODE),
                new Wording(
                        row.get(v.NAME_VI),
                        row.get(v.NAME_EN),
                        row.get(v.UNIT_VI),
                        row.get(v.UNIT_EN),
                        row.get(v.DEFINITION_VI),
                        row.get(v.DEFINITION_EN)),
                rule(row),
                new Schedule(
                        new LinkedHashSet<>(Arrays.asList(row.get(v.PERIODS))), row.get(v.REPORTER), row.get(v.NOTE)),
                new Edition(row.get(v.VERSION), new DateRange(row.get(v.VALID_FROM), row.get(v.VALID_UNTIL))));
    }

    private static Rule rule(Record row) {
        var v = INDICATOR_VERSION;
        return new Rule(
                Type.valueOf(row.get(v.TYPE)),
                OverUnits.valueOf(row.get(v.OVER_UNITS)),
                OverTime.valueOf(row.get(v.OVER_TIME)),
                Direction.valueOf(row.get(v.DIRECTION)),
                row.get(v.DECIMALS),
                row.get(v.NUMERATOR),
                row.get(v.DENOMINATOR));
    }
}
