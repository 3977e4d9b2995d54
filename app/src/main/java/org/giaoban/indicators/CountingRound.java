package org.giaoban.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.organization.Organization;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One round of counting, in one transaction: lines are taken from the queue, and what they mean is in the totals, or neither. */
@Service
@Transactional
class CountingRound {

    /** A round takes no more lines, so that it ends soon. */
    private static final int MOST = 3000;

    /** The number of the lock that lets one round run at a time, on whichever server. */
    private static final long LOCK = 0x67_62_63_6f_75_6e_74L;

    private static final String TREE = "tree";
    private static final String CATALOGUE = "catalogue";

    private final Counting counting;
    private final Recounting recounting;
    private final Uncounted uncounted;
    private final CountedRepository counted;
    private final Indicators indicators;
    private final IndicatorRepository catalogue;
    private final Organization organization;
    private final DSLContext db;

    CountingRound(
            Counting counting,
            Recounting recounting,
            Uncounted uncounted,
            CountedRepository counted,
            Indicators indicators,
            IndicatorRepository catalogue,
            Organization organization,
            DSLContext db) {
        this.counting = counting;
        this.recounting = recounting;
        this.uncounted = uncounted;
        this.counted = counted;
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.organization = organization;
        this.db = db;
    }

    /** What a round found to do. */
    enum Outcome {
        NOTHING,
        SOME,
        FULL,
        BUSY
    }

    Outcome run() {
        if (!db.fetchSingle("select pg_try_advisory_xact_lock(?) as free", LOCK).get("free", boolean.class)) {
            return Outcome.BUSY;
        }
        var states = states();
        var changed = new HashSet<UnitYear>();
        if (keepUp(TREE, states.get(TREE), organization.state().toString())) {
            changed.addAll(counting.misplaced());
        }
        if (keepUp(CATALOGUE, states.get(CATALOGUE), String.valueOf(catalogue.number()))) {
            recountWhatIsReadOtherwise(states);
        }
        var taken = uncounted.take(MOST);
        taken.forEach(one -> changed.add(new UnitYear(one.cell(), one.unit(), one.period() / 100)));
        changed.stream()
                .map(UnitYear::year)
                .distinct()
                .filter(year -> !states.containsKey(name(year)))
                .forEach(year ->
                        keepUp(name(year), null, Takings.of(indicators, year).written()));
        if (changed.isEmpty()) {
            return Outcome.NOTHING;
        }
        counting.count(changed);
        return taken.size() < MOST ? Outcome.SOME : Outcome.FULL;
    }

    /** Everything from nothing; returns the years. */
    Set<Integer> recount() {
        db.execute("select pg_advisory_xact_lock(?)", LOCK);
        var years = counted.sheetYears();
        keepUp(TREE, null, organization.state().toString());
        keepUp(CATALOGUE, null, String.valueOf(catalogue.number()));
        years.forEach(
                year -> keepUp(name(year), null, Takings.of(indicators, year).written()));
        recounting.recount(years);
        return years;
    }

    /** Where the catalogue now adds an indicator up in another way than the totals did. */
    private void recountWhatIsReadOtherwise(Map<String, String> states) {
        var otherwise = new HashSet<Integer>();
        for (var year : counted.years()) {
            var takings = Takings.of(indicators, year);
            var before = states.get(name(year));
            if (keepUp(name(year), before, takings.written()) && before != null && takings.contradicts(before)) {
                otherwise.add(year);
            }
        }
        if (!otherwise.isEmpty()) {
            recounting.recount(otherwise);
        }
    }

    private static String name(int year) {
        return "catalogue of " + year;
    }

    private Map<String, String> states() {
        var states = new HashMap<String, String>();
        db.fetch("select what, state from indicators.counting")
                .forEach(row -> states.put(row.get("what", String.class), row.get("state", String.class)));
        return states;
    }

    /** Writes down the state the totals are made with; true when it is another than before. */
    private boolean keepUp(String what, @org.jspecify.annotations.Nullable String before, String now) {
        if (now.equals(before)) {
            return false;
        }
        db.execute(
                "insert into indicators.counting (what, state) values (?, ?)"
                        + " on conflict (what) do update set state = excluded.state",
                what,
                now);
        return true;
    }
}
