package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.ESCALATION_RULE;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** After how many working days overdue work goes before whom, as rows with days. */
@Repository
class EscalationRules {

    private static final SelectField<Rule> A_RULE = row(
                    ESCALATION_RULE.ID,
                    ESCALATION_RULE.VALID_FROM,
                    ESCALATION_RULE.VALID_UNTIL,
                    ESCALATION_RULE.AFTER_DAYS,
                    ESCALATION_RULE.RUNG.convert(Rung.class, Rung::valueOf, Rung::name))
            .mapping(Rule::new);

    private final DSLContext db;

    EscalationRules(DSLContext db) {
        this.db = db;
    }

    /** Before whom overdue work is laid. */
    enum Rung {
        SUPERVISOR,
        ABOVE
    }

    /** A rule in force from a day on, until a day when it ends. */
    record Rule(UUID id, LocalDate from, @Nullable LocalDate until, int after, Rung rung) {

        Rule(LocalDate from, @Nullable LocalDate until, int after, Rung rung) {
            this(Uuid7.next(), from, until, after, rung);
        }
    }

    List<Rule> on(LocalDate day) {
        return list(ESCALATION_RULE
                .VALID_FROM
                .le(day)
                .and(ESCALATION_RULE.VALID_UNTIL.isNull().or(ESCALATION_RULE.VALID_UNTIL.gt(day))));
    }

    /** Every version, the newest of each rung first. */
    List<Rule> all() {
        return list(org.jooq.impl.DSL.noCondition());
    }

    private List<Rule> list(Condition condition) {
        return db.select(A_RULE)
                .from(ESCALATION_RULE)
                .where(condition)
                .orderBy(ESCALATION_RULE.RUNG.desc(), ESCALATION_RULE.VALID_FROM.desc())
                .limit(200)
                .fetch(Record1::value1);
    }

    /** Puts a version behind the one in force, which ends with it; false when one from that day or later is there. */
    boolean follow(Rule rule) {
        var rung = ESCALATION_RULE.RUNG.eq(rule.rung().name());
        if (db.fetchExists(ESCALATION_RULE, rung.and(ESCALATION_RULE.VALID_FROM.ge(rule.from())))) {
            return false;
        }
        db.update(ESCALATION_RULE)
                .set(ESCALATION_RULE.VALID_UNTIL, rule.from())
                .where(rung)
                .and(ESCALATION_RULE.VALID_UNTIL.isNull().or(ESCALATION_RULE.VALID_UNTIL.gt(rule.from())))
                .execute();
        return add(rule);
    }

    /** One that is there already stays, even as ended. */
    boolean add(Rule rule) {
        return db.insertInto(ESCALATION_RULE)
                        .set(ESCALATION_RULE.ID, rule.id())
                        .set(ESCALATION_RULE.RUNG, rule.rung().name())
                        .set(ESCALATION_RULE.AFTER_DAYS, rule.after())
                        .set(ESCALATION_RULE.VALID_FROM, rule.from())
                        .set(ESCALATION_RULE.VALID_UNTIL, rule.until())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(UUID id, LocalDate until) {
        return db.update(ESCALATION_RULE)
                        .set(ESCALATION_RULE.VALID_UNTIL, until)
                        .where(ESCALATION_RULE.ID.eq(id))
                        .and(ESCALATION_RULE.VALID_UNTIL.isNull())
                        .and(ESCALATION_RULE.VALID_FROM.lt(until))
                        .execute()
                == 1;
    }

    /** How much work is owed that was due on that day or before, whosoever's it is. */
    int owedSince(LocalDate due) {
        return db.fetchCount(
                TASK, TASK.SEVERAL.isFalse().and(TaskConditions.owed()).and(TASK.DUE_ON.le(due)));
    }
}
