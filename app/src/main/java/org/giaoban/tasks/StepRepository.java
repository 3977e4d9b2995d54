package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.EXTENSION;
import static org.giaoban.tasks.db.Tables.PROOF;
import static org.giaoban.tasks.db.Tables.STEP;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.files.StoredFile;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.tasks.Deed.Act;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The steps of tasks: what was said and done, the proofs, and the requests for more time. */
@Repository
class StepRepository {

    /** One step as the progress tab shows it. */
    record Step(
            UUID id,
            Act act,
            Instant at,
            String by,
            @Nullable String text,
            @Nullable Integer percent,
            @Nullable LocalDate date,
            List<Proof> proofs) {}

    /** A file that proves the work. */
    record Proof(UUID file, String name) {}

    /** A request for more time and its answer. */
    record Extension(
            UUID id,
            UUID task,
            Instant askedAt,
            String by,
            String reason,
            LocalDate from,
            LocalDate until,
            @Nullable Boolean granted,
            @Nullable String answer) {}

    private static final Field<Act> ACT = STEP.ACT.convert(Act.class, Act::valueOf, Act::name);

    private static final SelectField<Extension> AN_EXTENSION = row(
                    EXTENSION.ID,
                    EXTENSION.TASK_ID,
                    EXTENSION.ASKED_AT,
                    EXTENSION.ASKED_BY,
                    EXTENSION.REASON,
                    EXTENSION.FROM_ON,
                    EXTENSION.UNTIL_ON,
                    EXTENSION.GRANTED,
                    EXTENSION.ANSWER)
            .mapping(Extension::new);

    private final DSLContext db;

    StepRepository(DSLContext db) {
        this.db = db;
    }

    /** Writes the same deed for each task and returns the ids of the steps. */
    List<UUID> record(List<UUID> tasks, Deed deed) {
        var ids = tasks.stream().map(task -> Uuid7.next()).toList();
        var insert = db.insertInto(
                STEP,
                STEP.ID,
                STEP.TASK_ID,
                ACT,
                STEP.AT,
                STEP.ACCOUNT_ID,
                STEP.BY_NAME,
                STEP.TEXT,
                STEP.PERCENT,
                STEP.DUE_ON);
        for (int i = 0; i < ids.size(); i++) {
            insert = insert.values(
                    ids.get(i),
                    tasks.get(i),
                    deed.act(),
                    deed.at(),
                    deed.by().account(),
                    deed.by().name(),
                    deed.text(),
                    deed.percent(),
                    deed.date());
        }
        insert.execute();
        return ids;
    }

    /** Who gave the order, unless it was the system. */
    Optional<AccountId> assigner(UUID task) {
        return db.select(STEP.ACCOUNT_ID)
                .from(STEP)
                .where(STEP.TASK_ID.eq(task))
                .and(ACT.eq(Act.ASSIGN))
                .and(STEP.ACCOUNT_ID.ne(Viewer.SYSTEM.account()))
                .limit(1)
                .fetchOptional(STEP.ACCOUNT_ID);
    }

    void prove(UUID step, UUID task, List<StoredFile> files) {
        db.batch(files.stream()
                        .map(file -> db.insertInto(PROOF)
                                .set(PROOF.FILE_ID, file.id().value())
                                .set(PROOF.STEP_ID, step)
                                .set(PROOF.TASK_ID, task)
                                .set(PROOF.NAME, file.name()))
                        .toList())
                .execute();
    }

    /** The newest steps first, at most two hundred. */
    List<Step> of(UUID task) {
        var proofs = multiset(select(PROOF.FILE_ID, PROOF.NAME)
                        .from(PROOF)
                        .where(PROOF.STEP_ID.eq(STEP.ID))
                        .orderBy(PROOF.NAME))
                .convertFrom(rows -> rows.map(Records.mapping(Proof::new)));
        return db.select(row(STEP.ID, ACT, STEP.AT, STEP.BY_NAME, STEP.TEXT, STEP.PERCENT, STEP.DUE_ON, proofs)
                        .mapping(Step::new))
                .from(STEP)
                .where(STEP.TASK_ID.eq(task))
                .orderBy(STEP.AT.desc(), STEP.ID.desc())
                .limit(200)
                .fetch(Record1::value1);
    }

    void ask(Extension asked) {
        db.insertInto(EXTENSION)
                .set(EXTENSION.ID, asked.id())
                .set(EXTENSION.TASK_ID, asked.task())
                .set(EXTENSION.ASKED_AT, asked.askedAt())
                .set(EXTENSION.ASKED_BY, asked.by())
                .set(EXTENSION.REASON, asked.reason())
                .set(EXTENSION.FROM_ON, asked.from())
                .set(EXTENSION.UNTIL_ON, asked.until())
                .execute();
    }

    /** An extension nobody asked for: granted the moment it is written. */
    void decided(Extension given) {
        ask(given);
        db.update(EXTENSION)
                .set(EXTENSION.DECIDED_AT, given.askedAt())
                .set(EXTENSION.GRANTED, true)
                .set(EXTENSION.OWN_DECISION, true)
                .where(EXTENSION.ID.eq(given.id()))
                .execute();
    }

    Optional<Extension> open(UUID task) {
        return db.select(AN_EXTENSION)
                .from(EXTENSION)
                .where(EXTENSION.TASK_ID.eq(task))
                .and(EXTENSION.DECIDED_AT.isNull())
                .fetchOptional(Record1::value1);
    }

    List<Extension> extensions(UUID task) {
        return db.select(AN_EXTENSION)
                .from(EXTENSION)
                .where(EXTENSION.TASK_ID.eq(task))
                .orderBy(EXTENSION.ASKED_AT.desc())
                .limit(50)
                .fetch(Record1::value1);
    }

    void decide(UUID extension, Instant at, boolean granted, @Nullable String answer) {
        db.update(EXTENSION)
                .set(EXTENSION.DECIDED_AT, at)
                .set(EXTENSION.GRANTED, granted)
                .set(EXTENSION.ANSWER, answer)
                .where(EXTENSION.ID.eq(extension))
                .execute();
    }
}
