package org.giaoban.notification;

import static org.giaoban.notification.db.Tables.NOTICE;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.FixedStatements;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes notices. Everything is asked for one account. */
@Repository
class NoticeRepository {

    private static final SelectField<Received> RECEIVED = row(
                    NOTICE.ID, NOTICE.TEXT_KEY, NOTICE.ARGS, NOTICE.HREF, NOTICE.SENT_AT, NOTICE.READ_AT)
            .mapping(NoticeRepository::received);

    private static final String TELL = """
            insert into notification.notice (id, account_id, text_key, args, href, unit_id, once_key, sent_at)
            values (?, ?, ?, ?, ?, ?::uuid, ?, ?::timestamptz) on conflict (account_id, once_key) do nothing""";

    private final DSLContext db;
    private final FixedStatements statements;

    NoticeRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** A notice whose recipient's account is known. */
    record Addressed(AccountId account, Notice notice) {}

    void insert(List<Addressed> notices, Instant now) {
        if (notices.size() == 1) {
            statements.executeLast(TELL, told(notices.getFirst(), now));
        } else {
            statements.executeAll(
                    TELL, notices.stream().map(each -> told(each, now)).toList());
        }
    }

    private static Object[] told(Addressed each, Instant now) {
        var notice = each.notice();
        return new Object[] {
            NoticeId.next().value(),
            each.account().value(),
            notice.textKey(),
            notice.args().toArray(String[]::new),
            notice.href(),
            unit(notice),
            notice.onceKey(),
            now
        };
    }

    private static @Nullable UUID unit(Notice notice) {
        var unit = notice.unit();
        return unit == null ? null : unit.value();
    }

    List<Received> page(AccountId owner, InboxFilter filter, int most) {
        return db.select(RECEIVED)
                .from(NOTICE)
                .where(NOTICE.ACCOUNT_ID.eq(owner))
                .and(filter.onlyUnread() ? NOTICE.READ_AT.isNull() : DSL.noCondition())
                .and(filter.after().map(NoticeRepository::after).orElse(DSL.noCondition()))
                .orderBy(NOTICE.SENT_AT.desc(), NOTICE.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
    }

    private static Condition after(InboxPosition position) {
        return row(NOTICE.SENT_AT, NOTICE.ID).lessThan(val(position.sentAt()), val(position.id()));
    }

    /** Counts up to a limit; beyond it the badge has no more to say. */
    int unread(AccountId owner, int most) {
        return db.fetchCount(db.selectOne()
                .from(NOTICE)
                .where(NOTICE.ACCOUNT_ID.eq(owner))
                .and(NOTICE.READ_AT.isNull())
                .limit(most));
    }

    /** Marks as read and gives the page the notice is about. */
    Optional<String> read(AccountId owner, NoticeId id, Instant now) {
        return db.update(NOTICE)
                .set(NOTICE.READ_AT, DSL.coalesce(NOTICE.READ_AT, val(now)))
                .where(NOTICE.ACCOUNT_ID.eq(owner))
                .and(NOTICE.ID.eq(id.value()))
                .returningResult(NOTICE.HREF)
                .fetchOptional(Record1::value1);
    }

    int readAll(AccountId owner, Instant now) {
        return db.update(NOTICE)
                .set(NOTICE.READ_AT, now)
                .where(NOTICE.ACCOUNT_ID.eq(owner))
                .and(NOTICE.READ_AT.isNull())
                .execute();
    }

    void forget(Instant before) {
        db.deleteFrom(NOTICE).where(NOTICE.SENT_AT.lt(before)).execute();
    }

    private static Received received(
            UUID id, String textKey, String[] args, String href, Instant sentAt, @Nullable Instant readAt) {
        return new Received(new NoticeId(id), textKey, List.of(args), href, sentAt, readAt);
    }
}
