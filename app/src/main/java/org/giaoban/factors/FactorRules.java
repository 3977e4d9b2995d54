package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.RULE;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.identity.Weight;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who needs a second factor and before what a fresh proof is asked, as rows with days; read by every request, so remembered. */
@Repository
class FactorRules {

    private static final String NAME = "factors.rules";
    private static final int MOST = 500;

    private static final SelectField<Rule> A_RULE = row(
                    RULE.ID,
                    RULE.WEIGHT.convert(
                            Converter.ofNullable(String.class, Weight.class, Weight::valueOf, Weight::name)),
                    RULE.CAPABILITY.convert(Converter.ofNullable(
                            String.class, Capability.class, Capability::valueOf, Capability::name)),
                    RULE.NEED.convert(Need.class, Need::valueOf, Need::name),
                    RULE.MINUTES.convert(
                            Converter.ofNullable(Short.class, Integer.class, Short::intValue, Integer::shortValue)),
                    RULE.FROM_ON,
                    RULE.UNTIL_ON)
            .mapping(Rule::new);

    private final DSLContext db;
    private final Remembered<List<Rule>> all;
    private final Clock clock;

    FactorRules(DSLContext db, Stamps stamps, Clock clock) {
        this.db = db;
        this.clock = clock;
        all = stamps.remembered(NAME, this::read);
    }

    /** What proves who somebody is. */
    enum Need {
        /** A second factor of whoever has one, the password of others. */
        ANY,
        FACTOR
    }

    /**
     * A rule in force from a day on, until a day when it ends.
     *
     * @param weight the act it is about, or
     * @param capability whose holders it is about
     * @param minutes how long a proof stays fresh; of acts only
     */
    record Rule(
            UUID id,
            @Nullable Weight weight,
            @Nullable Capability capability,
            Need need,
            @Nullable Integer minutes,
            LocalDate from,
            @Nullable LocalDate until) {

        static Rule of(Weight weight, Need need, int minutes, LocalDate from) {
            return new Rule(Uuid7.next(), weight, null, need, minutes, from, null);
        }

        static Rule of(Capability capability, LocalDate from) {
            return new Rule(Uuid7.next(), null, capability, Need.FACTOR, null, from, null);
        }

        boolean on(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }

        boolean sameSubject(Rule other) {
            return weight == other.weight && capability == other.capability;
        }
    }

    List<Rule> all() {
        return all.get();
    }

    Optional<Rule> of(Weight weight) {
        var today = LocalDate.now(clock);
        return all().stream()
                .filter(rule -> rule.weight() == weight && rule.on(today))
                .findFirst();
    }

    /** The capabilities whose holders need a second factor today. */
    Set<Capability> guarded() {
        var today = LocalDate.now(clock);
        return all().stream()
                .filter(rule -> rule.on(today))
                .map(Rule::capability)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Puts a version behind the one in force, which ends with it; false when one from that day or later is there. */
    boolean follow(Rule rule) {
        if (db.fetchExists(RULE, subject(rule).and(RULE.FROM_ON.ge(rule.from())))) {
            return false;
        }
        db.update(RULE)
                .set(RULE.UNTIL_ON, rule.from())
                .where(subject(rule))
                .and(RULE.UNTIL_ON.isNull().or(RULE.UNTIL_ON.gt(rule.from())))
                .execute();
        return add(rule);
    }

    /** One that is there already stays, even as ended. */
    boolean add(Rule rule) {
        var added = db.insertInto(RULE)
                .set(RULE.ID, rule.id())
                .set(RULE.WEIGHT, rule.weight() == null ? null : rule.weight().name())
                .set(
                        RULE.CAPABILITY,
                        rule.capability() == null ? null : rule.capability().name())
                .set(RULE.NEED, rule.need().name())
                .set(
                        RULE.MINUTES,
                        rule.minutes() == null ? null : rule.minutes().shortValue())
                .set(RULE.FROM_ON, rule.from())
                .set(RULE.UNTIL_ON, rule.until())
                .onConflictDoNothing()
                .execute();
        all.renewIfWritten(added);
        return added == 1;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(UUID id, LocalDate until) {
        var ended = db.update(RULE)
                .set(RULE.UNTIL_ON, until)
                .where(RULE.ID.eq(id))
                .and(RULE.UNTIL_ON.isNull())
                .and(RULE.FROM_ON.lt(until))
                .execute();
        all.renewIfWritten(ended);
        return ended == 1;
    }

    boolean known(Rule rule) {
        return db.fetchExists(RULE, subject(rule));
    }

    private static Condition subject(Rule rule) {
        return rule.weight() != null
                ? RULE.WEIGHT.eq(rule.weight().name())
                : RULE.CAPABILITY.eq(Objects.requireNonNull(rule.capability()).name());
    }

    private List<Rule> read() {
        return db.select(A_RULE)
                .from(RULE)
                .orderBy(RULE.WEIGHT.asc().nullsLast(), RULE.CAPABILITY, RULE.FROM_ON.desc())
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
