package org.giaoban.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.giaoban.notification.db.Tables.DIGEST;
import static org.giaoban.notification.db.Tables.DIGEST_DAY;
import static org.giaoban.notification.db.Tables.DIGEST_LINE;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes the daily lists of reminders. */
@Repository
class DigestRepository {

    private final DSLContext db;

    DigestRepository(DSLContext db) {
        this.db = db;
    }

    boolean made(LocalDate day) {
        return db.fetchExists(db.selectOne().from(DIGEST_DAY).where(DIGEST_DAY.DAY.eq(day)));
    }

    void finish(LocalDate day, Instant now) {
        db.insertInto(DIGEST_DAY)
                .set(DIGEST_DAY.DAY, day)
                .set(DIGEST_DAY.MADE_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Writes the lists of those who have none for the day yet, and tells whose were written. */
    Set<AccountId> insert(LocalDate day, Map<AccountId, List<Reminder>> reminders, Set<AccountId> mailed, Instant now) {
        if (reminders.isEmpty()) {
            return Set.of();
        }
        var heads = reminders.entrySet().stream()
                .map(entry -> row(
                        entry.getKey(),
                        day,
                        now,
                        entry.getValue().size(),
                        mailed.contains(entry.getKey()) ? MailState.WAITING.stored() : MailState.NONE.stored(),
                        mailed.contains(entry.getKey()) ? now : null))
                .toList();
        var written = new HashSet<>(db.insertInto(
                        DIGEST,
                        DIGEST.ACCOUNT_ID,
                        DIGEST.DAY,
                        DIGEST.MADE_AT,
                        DIGEST.REMINDERS,
                        DIGEST.MAIL_STATE,
                        DIGEST.MAIL_NEXT_AT)
                .valuesOfRows(heads)
                .onConflictDoNothing()
                .returningResult(DIGEST.ACCOUNT_ID)
                .fetch(DIGEST.ACCOUNT_ID));
        var lines = new ArrayList<Query>();
        written.forEach(account ->
                lines.addAll(lines(new DigestKey(account, day), reminders.getOrDefault(account, List.of()))));
        db.batch(lines).execute();
        return written;
    }

    private List<Query> lines(DigestKey key, List<Reminder> reminders) {
        var lines = new ArrayList<Query>();
        for (var reminder : reminders) {
            lines.add(db.insertInto(DIGEST_LINE)
                    .set(DIGEST_LINE.ACCOUNT_ID, key.account())
                    .set(DIGEST_LINE.DAY, key.day())
                    .set(DIGEST_LINE.POSITION, lines.size())
                    .set(DIGEST_LINE.TEXT_KEY, reminder.textKey())
                    .set(DIGEST_LINE.ARGS, reminder.args().toArray(String[]::new))
                    .set(DIGEST_LINE.HREF, reminder.href())
                    .set(DIGEST_LINE.DUE_ON, reminder.dueOn()));
        }
        return lines;
    }

    /** The lines of some lists, each in its order. */
    Map<DigestKey, List<DigestEntry>> entries(Collection<DigestKey> keys) {
        return db
                .select(
                        DIGEST_LINE.ACCOUNT_ID,
                        DIGEST_LINE.DAY,
                        DIGEST_LINE.TEXT_KEY,
                        DIGEST_LINE.ARGS,
                        DIGEST_LINE.HREF,
                        DIGEST_LINE.DUE_ON)
                .from(DIGEST_LINE)
                .where(row(DIGEST_LINE.ACCOUNT_ID, DIGEST_LINE.DAY)
                        .in(keys.stream()
                                .map(key -> row(key.account(), key.day()))
                                .toList()))
                .orderBy(DIGEST_LINE.POSITION)
                .fetch()
                .stream()
                .collect(groupingBy(
                        line -> new DigestKey(line.value1(), line.value2()),
                        mapping(
                                line -> new DigestEntry(
                                        line.value3(), List.of(line.value4()), line.value5(), line.value6()),
                                toList())));
    }

    /** Takes some lists that wait for the post, so that no other node sends them; they come back if they stay unsent. */
    List<DigestKey> claim(Instant now, Instant retryAt, int most) {
        var waiting = DSL.select(DIGEST.ACCOUNT_ID, DIGEST.DAY)
                .from(DIGEST)
                .where(DIGEST.MAIL_STATE.in(MailState.WAITING.stored(), MailState.SENDING.stored()))
                .and(DIGEST.MAIL_NEXT_AT.le(now))
                .orderBy(DIGEST.MAIL_NEXT_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db.update(DIGEST)
                .set(DIGEST.MAIL_STATE, MailState.SENDING.stored())
                .set(DIGEST.MAIL_TRIES, DIGEST.MAIL_TRIES.plus(1))
                .set(DIGEST.MAIL_NEXT_AT, retryAt)
                .where(row(DIGEST.ACCOUNT_ID, DIGEST.DAY).in(waiting))
                .returningResult(DIGEST.ACCOUNT_ID, DIGEST.DAY)
                .fetch(found -> new DigestKey(found.value1(), found.value2()));
    }

    void sent(DigestKey key) {
        db.update(DIGEST)
                .set(DIGEST.MAIL_STATE, MailState.SENT.stored())
                .setNull(DIGEST.MAIL_NEXT_AT)
                .where(DIGEST.ACCOUNT_ID.eq(key.account()))
                .and(DIGEST.DAY.eq(key.day()))
                .execute();
    }

    /** They wait on, as if nobody had taken them. */
    void putBack(Collection<DigestKey> keys, Instant next) {
        db.update(DIGEST)
                .set(DIGEST.MAIL_STATE, MailState.WAITING.stored())
                .set(DIGEST.MAIL_TRIES, DIGEST.MAIL_TRIES.minus(1))
                .set(DIGEST.MAIL_NEXT_AT, next)
                .where(row(DIGEST.ACCOUNT_ID, DIGEST.DAY)
                        .in(keys.stream()
                                .map(key -> row(key.account(), key.day()))
                                .toList()))
                .and(DIGEST.MAIL_STATE.eq(MailState.SENDING.stored()))
                .execute();
    }

    /** Gives up on lists that were tried often enough. */
    void giveUp(int tries, Instant now) {
        db.update(DIGEST)
                .set(DIGEST.MAIL_STATE, MailState.FAILED.stored())
                .setNull(DIGEST.MAIL_NEXT_AT)
                .where(DIGEST.MAIL_STATE.eq(MailState.SENDING.stored()))
                .and(DIGEST.MAIL_TRIES.ge(tries))
                .and(DIGEST.MAIL_NEXT_AT.le(now))
                .execute();
    }

    void forget(LocalDate before) {
        db.deleteFrom(DIGEST).where(DIGEST.DAY.lt(before)).execute();
        db.deleteFrom(DIGEST_DAY).where(DIGEST_DAY.DAY.lt(before)).execute();
    }
}
