package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.PACE_RULE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The thresholds below which a figure is explained, with the days from and until which they hold. */
@Repository
class PaceRules {

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final Remembered<List<Rule>> rules;

    PaceRules(DSLContext db, Stamps stamps) {
        this.db = db;
        rules = stamps.remembered("reporting.pace", this::read);
    }

    /** One threshold; without an indicator for all that have a plan. */
    record Rule(
            UUID id,
            @Nullable String indicator,
            BigDecimal leastPercent,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** The newest first. */
    List<Rule> all() {
        return rules.get();
    }

    private List<Rule> read() {
        return db.selectFrom(PACE_RULE)
                .orderBy(PACE_RULE.VALID_FROM.desc(), PACE_RULE.INDICATOR)
                .limit(MOST)
                .fetch(row -> new Rule(
                        row.get(PACE_RULE.ID),
                        row.get(PACE_RULE.INDICATOR),
                        row.get(PACE_RULE.LEAST_PERCENT),
                        row.get(PACE_RULE.VALID_FROM),
                        row.get(PACE_RULE.VALID_UNTIL)));
    }

    boolean any(LocalDate day) {
        return all().stream().anyMatch(rule -> rule.holds(day));
    }

    /** The indicator's own rule goes before the one for all, a newer before an older. */
    Optional<BigDecimal> least(String indicator, LocalDate day) {
        return all().stream()
                .filter(rule -> rule.holds(day)
                        && (rule.indicator() == null || rule.indicator().equals(indicator)))
                .max(Comparator.<Rule, Boolean>comparing(rule -> rule.indicator() != null)
                        .thenComparing(Rule::from))
                .map(Rule::leastPercent);
    }

    /** False when there is one for the same indicator from the same day. */
    boolean add(@Nullable String indicator, BigDecimal leastPercent, LocalDate from) {
        var added = db.insertInto(PACE_RULE)
                .set(PACE_RULE.ID, Uuid7.next())
                .set(PACE_RULE.INDICATOR, indicator)
                .set(PACE_RULE.LEAST_PERCENT, leastPercent)
                .set(PACE_RULE.VALID_FROM, from)
                .onConflictDoNothing()
                .execute();
        rules.renewIfWritten(added);
        return added == 1;
    }

    /** False when the rule has an end already, or would end before it begins. */
    boolean end(UUID id, LocalDate until) {
        var ended = db.update(PACE_RULE)
                .set(PACE_RULE.VALID_UNTIL, until)
                .where(PACE_RULE.ID.eq(id), PACE_RULE.VALID_UNTIL.isNull(), PACE_RULE.VALID_FROM.lt(until))
                .execute();
        rules.renewIfWritten(ended);
        return ended == 1;
    }
}
