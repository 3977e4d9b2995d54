package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.RULE;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The rules, each set with the day from which it holds. */
@Repository
class RuleRepository {

    private static final int MOST = 5_000;

    private final DSLContext db;

    RuleRepository(DSLContext db) {
        this.db = db;
    }

    /** All sets, the earliest first. */
    List<ReaderRules> all() {
        var sets = new TreeMap<LocalDate, Map<ReaderRule, String>>();
        db.select(RULE.VALID_FROM, RULE.NAME, RULE.VALUE)
                .from(RULE)
                .orderBy(RULE.VALID_FROM, RULE.NAME)
                .limit(MOST)
                .forEach(row -> sets.computeIfAbsent(row.value1(), day -> new EnumMap<>(ReaderRule.class))
                        .put(ReaderRule.at(row.value2()), row.value3()));
        return sets.entrySet().stream()
                .map(set -> new ReaderRules(set.getKey(), Map.copyOf(set.getValue())))
                .toList();
    }

    /** A set of the profile; where the office has one from the same day, that one stays. */
    void load(ReaderRules set) {
        if (!db.fetchExists(RULE, RULE.VALID_FROM.eq(set.from()), RULE.OWN.isTrue())) {
            drop(set.from());
            insert(set, false);
        }
    }

    /** False when somebody else made a set from that day in the meantime. */
    boolean insert(ReaderRules set, boolean own) {
        var rows = set.values().entrySet().stream()
                .map(each -> db.newRecord(RULE)
                        .with(RULE.VALID_FROM, set.from())
                        .with(RULE.NAME, each.getKey().path())
                        .with(RULE.VALUE, each.getValue())
                        .with(RULE.OWN, own))
                .toList();
        return db.insertInto(RULE).set(rows).onConflictDoNothing().execute() == rows.size();
    }

    /** False when there was no set from that day. */
    boolean drop(LocalDate from) {
        return db.deleteFrom(RULE).where(RULE.VALID_FROM.eq(from)).execute() > 0;
    }

    /** Whether the office made a set of its own from that day. */
    boolean own(LocalDate from) {
        return db.fetchExists(RULE, RULE.VALID_FROM.eq(from), RULE.OWN.isTrue());
    }
}
