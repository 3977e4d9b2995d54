package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.REPORTER;
import static org.giaoban.indicators.db.Tables.REPORTER_KIND;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.giaoban.indicators.Reporter.Kind;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of who reports. */
@Repository
class ReporterRepository {

    private static final int MOST = 2000;

    private final DSLContext db;
    private final Remembered<Map<String, Reporter>> all;

    ReporterRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        all = stamps.remembered("indicators.reporters", this::read);
    }

    /** By code, in order. */
    Map<String, Reporter> all() {
        return all.get();
    }

    private Map<String, Reporter> read() {
        var kinds = new HashMap<String, List<Kind>>();
        db.selectFrom(REPORTER_KIND)
                .orderBy(REPORTER_KIND.UNIT_KIND, REPORTER_KIND.VALID_FROM)
                .limit(MOST)
                .forEach(row -> kinds.computeIfAbsent(row.get(REPORTER_KIND.REPORTER_CODE), code -> new ArrayList<>())
                        .add(new Kind(
                                row.get(REPORTER_KIND.UNIT_KIND),
                                row.get(REPORTER_KIND.CAPABILITY),
                                new DateRange(row.get(REPORTER_KIND.VALID_FROM), row.get(REPORTER_KIND.VALID_UNTIL)))));
        var reporters = new LinkedHashMap<String, Reporter>();
        db.selectFrom(REPORTER)
                .orderBy(REPORTER.POSITION)
                .limit(MOST)
                .forEach(row -> reporters.put(
                        row.get(REPORTER.CODE),
                        new Reporter(
                                row.get(REPORTER.CODE),
                                row.get(REPORTER.NAME_VI),
                                row.get(REPORTER.NAME_EN),
                                kinds.getOrDefault(row.get(REPORTER.CODE), List.of()))));
        return reporters;
    }

    void insert(List<Reporter> reporters) {
        var position = new AtomicInteger();
        var written = db.batch(reporters.stream()
                        .map(reporter -> db.insertInto(REPORTER)
                                .set(REPORTER.CODE, reporter.code())
                                .set(REPORTER.POSITION, (short) position.incrementAndGet())
                                .set(REPORTER.NAME_VI, reporter.nameVi())
                                .set(REPORTER.NAME_EN, reporter.nameEn())
                                .onConflictDoNothing())
                        .toList())
                .execute();
        all.renewIfWritten(written);
        var kinds = db.batch(reporters.stream()
                        .flatMap(reporter -> reporter.kinds().stream()
                                .map(kind -> db.insertInto(REPORTER_KIND)
                                        .set(REPORTER_KIND.REPORTER_CODE, reporter.code())
                                        .set(REPORTER_KIND.UNIT_KIND, kind.unitKind())
                                        .set(REPORTER_KIND.CAPABILITY, kind.capability())
                                        .set(
                                                REPORTER_KIND.VALID_FROM,
                                                kind.valid().from())
                                        .set(
                                                REPORTER_KIND.VALID_UNTIL,
                                                kind.valid().until())
                                        .onConflictDoNothing()))
                        .toList())
                .execute();
        all.renewIfWritten(kinds);
    }
}
