package org.giaoban.notification;

import static org.giaoban.notification.db.Tables.MAIL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The mails that wait for the post. */
@Repository
class MailRepository {

    /** A mail on its way. */
    record Outgoing(
            UUID id,
            To to,
            String subject,
            String body,
            @Nullable String method,
            @Nullable String calendar) {

        Parcel<UUID> parcel(String address) {
            var file = method == null || calendar == null
                    ? null
                    : new Mail.Calendar(Mail.Method.valueOf(method), calendar);
            return new Parcel<>(id, "<mail." + id + "@giaoban>", address, subject, body, file, to.unsubscribe());
        }
    }

    /** Somebody with an account, or an address outside. */
    record To(
            @Nullable AccountId account,
            @Nullable String outside,
            @Nullable String unsubscribe) {}

    private static final List<SelectField<?>> COLUMNS = List.of(
            MAIL.ID,
            MAIL.ACCOUNT_ID,
            MAIL.ADDRESS,
            MAIL.UNSUBSCRIBE,
            MAIL.SUBJECT,
            MAIL.BODY,
            MAIL.METHOD,
            MAIL.CALENDAR);

    /** How many mails wait, since when; never when none does. */
    record Waiting(int count, @Nullable Instant since) {}

    private final DSLContext db;
    private final AddressSeal seal;

    MailRepository(DSLContext db, AddressSeal seal) {
        this.db = db;
        this.seal = seal;
    }

    private Outgoing outgoing(Record kept) {
        var id = kept.get(MAIL.ID);
        var address = kept.get(MAIL.ADDRESS);
        return new Outgoing(
                id,
                new To(
                        kept.get(MAIL.ACCOUNT_ID),
                        address == null ? null : seal.open(id, address),
                        kept.get(MAIL.UNSUBSCRIBE)),
                kept.get(MAIL.SUBJECT),
                kept.get(MAIL.BODY),
                kept.get(MAIL.METHOD),
                kept.get(MAIL.CALENDAR));
    }

    void insert(Map<AccountId, List<Mail>> mails, Instant now) {
        var queries = mails.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(mail -> db.insertInto(MAIL)
                                .set(MAIL.ID, Uuid7.next())
                                .set(MAIL.ACCOUNT_ID, entry.getKey())
                                .set(MAIL.SUBJECT, mail.subject())
                                .set(MAIL.BODY, mail.body())
                                .set(
                                        MAIL.METHOD,
                                        mail.calendar() == null
                                                ? null
                                                : mail.calendar().method().name())
                                .set(
                                        MAIL.CALENDAR,
                                        mail.calendar() == null
                                                ? null
                                                : mail.calendar().text())
                                .set(MAIL.ONCE_KEY, mail.onceKey())
                                .set(MAIL.MAIL_STATE, MailState.WAITING.stored())
                                .set(MAIL.MAIL_NEXT_AT, now)
                                .set(MAIL.MADE_AT, now)
                                .onConflictDoNothing()))
                .toList();
        db.batch(queries).execute();
    }

    void insertOutside(Collection<OutsideMail> mails, Instant now) {
        db.batch(mails.stream().map(mail -> insertOf(mail, now)).toList()).execute();
    }

    private Query insertOf(OutsideMail mail, Instant now) {
        var id = Uuid7.next();
        return db.insertInto(MAIL)
                .set(MAIL.ID, id)
                .set(MAIL.ADDRESS, seal.close(id, mail.address()))
                .set(MAIL.ADDRESS_INDEX, seal.index(mail.address()))
                .set(MAIL.UNSUBSCRIBE, mail.unsubscribe())
                .set(MAIL.SUBJECT, mail.subject())
                .set(MAIL.BODY, mail.body())
                .set(MAIL.ONCE_KEY, mail.onceKey())
                .set(MAIL.MAIL_STATE, MailState.WAITING.stored())
                .set(MAIL.MAIL_NEXT_AT, now)
                .set(MAIL.MADE_AT, now)
                .onConflictDoNothing();
    }

    void forgetAddress(String address) {
        db.deleteFrom(MAIL).where(MAIL.ADDRESS_INDEX.eq(seal.index(address))).execute();
    }

    void forgetOutside(Instant before) {
        db.deleteFrom(MAIL)
                .where(MAIL.ADDRESS.isNotNull())
                .and(MAIL.MADE_AT.lt(before))
                .execute();
    }

    /** Takes some mails, so that no other node sends them; they come back if they stay unsent. */
    List<Outgoing> claim(Instant now, Instant retryAt, int most) {
        var waiting = select(MAIL.ID)
                .from(MAIL)
                .where(MAIL.MAIL_STATE.in(MailState.WAITING.stored(), MailState.SENDING.stored()))
                .and(MAIL.MAIL_NEXT_AT.le(now))
                .orderBy(MAIL.MAIL_NEXT_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db.update(MAIL)
                .set(MAIL.MAIL_STATE, MailState.SENDING.stored())
                .set(MAIL.MAIL_TRIES, MAIL.MAIL_TRIES.plus(1))
                .set(MAIL.MAIL_NEXT_AT, retryAt)
                .where(MAIL.ID.in(waiting))
                .returningResult(COLUMNS)
                .fetch(this::outgoing);
    }

    void sent(UUID id) {
        db.update(MAIL)
                .set(MAIL.MAIL_STATE, MailState.SENT.stored())
                .setNull(MAIL.MAIL_NEXT_AT)
                .where(MAIL.ID.eq(id))
                .execute();
    }

    /** They wait on, as if nobody had taken them. */
    void putBack(Collection<UUID> ids, Instant next) {
        db.update(MAIL)
                .set(MAIL.MAIL_STATE, MailState.WAITING.stored())
                .set(MAIL.MAIL_TRIES, MAIL.MAIL_TRIES.minus(1))
                .set(MAIL.MAIL_NEXT_AT, next)
                .where(MAIL.ID.in(ids))
                .and(MAIL.MAIL_STATE.eq(MailState.SENDING.stored()))
                .execute();
    }

    void giveUp(int tries, Instant now) {
        db.update(MAIL)
                .set(MAIL.MAIL_STATE, MailState.FAILED.stored())
                .setNull(MAIL.MAIL_NEXT_AT)
                .where(MAIL.MAIL_STATE.eq(MailState.SENDING.stored()))
                .and(MAIL.MAIL_TRIES.ge(tries))
                .and(MAIL.MAIL_NEXT_AT.le(now))
                .execute();
    }

    /** What lies in the outbox, and since when the oldest of it. */
    Waiting waiting() {
        return db.select(count(), min(MAIL.MADE_AT))
                .from(MAIL)
                .where(MAIL.MAIL_STATE.in(MailState.WAITING.stored(), MailState.SENDING.stored()))
                .fetchSingle(found -> new Waiting(found.value1(), found.value2()));
    }

    int failed(Instant since) {
        return db.fetchCount(MAIL, MAIL.MAIL_STATE.eq(MailState.FAILED.stored()).and(MAIL.MADE_AT.ge(since)));
    }

    void forget(Instant before) {
        db.deleteFrom(MAIL).where(MAIL.MADE_AT.lt(before)).execute();
    }

    Map<AccountId, MailState> states(Collection<AccountId> accounts, String onceKey) {
        return db.select(MAIL.ACCOUNT_ID, MAIL.MAIL_STATE)
                .from(MAIL)
                .where(MAIL.ACCOUNT_ID.in(accounts))
                .and(MAIL.ONCE_KEY.eq(onceKey))
                .fetchMap(
                        MAIL.ACCOUNT_ID,
                        found -> MailState.valueOf(found.value2().toUpperCase(Locale.ROOT)));
    }
}
