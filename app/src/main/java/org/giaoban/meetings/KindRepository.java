package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.KIND;
import static org.giaoban.meetings.db.Tables.KIND_VERSION;
import static org.giaoban.meetings.db.Tables.KIND_VERSION_INVITEE;
import static org.giaoban.meetings.db.Tables.KIND_VERSION_ITEM;
import static org.giaoban.meetings.db.Tables.SEPARATION_WORD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The kinds of meetings of the profile as of a day, and the words that make a conclusion vague. */
@Repository
class KindRepository {

    private static final Field<List<MeetingKind.Template>> AGENDA = multiset(select(
                            KIND_VERSION_ITEM.TITLE,
                            KIND_VERSION_ITEM.MINUTES,
                            KIND_VERSION_ITEM.PRESENTER,
                            KIND_VERSION_ITEM.CARRIED,
                            KIND_VERSION_ITEM.ITEM_KIND.convert(ItemKind.class, ItemKind::valueOf, ItemKind::name),
                            KIND_VERSION_ITEM.MANDATORY,
                            KIND_VERSION_ITEM.LEAST_MINUTES)
                    .from(KIND_VERSION_ITEM)
                    .where(KIND_VERSION_ITEM.KIND.eq(KIND_VERSION.KIND))
                    .and(KIND_VERSION_ITEM.VALID_FROM.eq(KIND_VERSION.VALID_FROM))
                    .orderBy(KIND_VERSION_ITEM.POSITION))
            .convertFrom(rows -> rows.map(Records.mapping(MeetingKind.Template::new)));

    private static final Field<List<InvitationRule>> INVITED = multiset(select(
                            KIND_VERSION_INVITEE.WHO.convert(
                                    InvitationRule.Who.class, InvitationRule.Who::valueOf, InvitationRule.Who::name),
                            KIND_VERSION_INVITEE.UNIT_KINDS.convertFrom(List::of),
                            KIND_VERSION_INVITEE.POST,
                            KIND_VERSION_INVITEE.LABEL)
                    .from(KIND_VERSION_INVITEE)
                    .where(KIND_VERSION_INVITEE.KIND.eq(KIND_VERSION.KIND))
                    .and(KIND_VERSION_INVITEE.VALID_FROM.eq(KIND_VERSION.VALID_FROM))
                    .orderBy(KIND_VERSION_INVITEE.POSITION))
            .convertFrom(rows -> rows.map(Records.mapping(InvitationRule::new)));

    private static final SelectField<MeetingKind.Rules> RULES = row(
                    KIND_VERSION.NOTICE_DAYS,
                    row(
                                    KIND_VERSION.QUORUM_BASE.convert(
                                            QuorumRule.Base.class, QuorumRule.Base::valueOf, QuorumRule.Base::name),
                                    KIND_VERSION.QUORUM_NUMERATOR,
                                    KIND_VERSION.QUORUM_DENOMINATOR,
                                    KIND_VERSION.QUORUM_STRICT)
                            .mapping(QuorumRule::new),
                    KIND_VERSION.SCORE_SHEET)
            .mapping(MeetingKind.Rules::new);

    private static final SelectField<MeetingKind.Version> A_VERSION = row(
                    KIND_VERSION.VALID_FROM,
                    KIND_VERSION.BASIS,
                    KIND_VERSION.TITLE,
                    KIND_VERSION.MINUTES,
                    row(
                                    KIND_VERSION.AUTHORITY,
                                    KIND_VERSION.SIGNER_KIND,
                                    KIND_VERSION.SIGNER_POST,
                                    KIND_VERSION.RECIPIENTS)
                            .mapping(MeetingKind.Notice::new),
                    RULES,
                    AGENDA,
                    INVITED)
            .mapping(MeetingKind.Version::new);

    private static final SelectField<MeetingKind> A_KIND = row(
                    KIND.CODE,
                    KIND.NAME_VI,
                    KIND.NAME_EN,
                    KIND.PERIOD.convert(Converter.ofNullable(
                            String.class, Period.Kind.class, Period.Kind::valueOf, Period.Kind::name)),
                    KIND.BRIEFING,
                    KIND.PLACE,
                    KIND.NATURE.convert(
                            MeetingKind.Nature.class, MeetingKind.Nature::valueOf, MeetingKind.Nature::name),
                    A_VERSION)
            .mapping(MeetingKind::new);

    private final DSLContext db;

    KindRepository(DSLContext db) {
        this.db = db;
    }

    /** Every kind by the rules in force on the day. */
    List<MeetingKind> all(LocalDate day) {
        return kinds(inForce(day), 100);
    }

    /** The kind by the rules in force on the day; before its first version by that one. */
    Optional<MeetingKind> find(String code, LocalDate day) {
        return kinds(KIND.CODE.eq(code).and(inForce(day)), 1).stream().findFirst();
    }

    /** A kind once for each of its versions, the newest first. */
    List<MeetingKind> versions(String code) {
        return db.select(A_KIND)
                .from(KIND)
                .join(KIND_VERSION)
                .on(KIND_VERSION.KIND.eq(KIND.CODE))
                .where(KIND.CODE.eq(code))
                .orderBy(KIND_VERSION.VALID_FROM.desc())
                .limit(100)
                .fetch(Record1::value1);
    }

    private List<MeetingKind> kinds(Condition condition, int most) {
        return db.select(A_KIND)
                .from(KIND)
                .join(KIND_VERSION)
                .on(KIND_VERSION.KIND.eq(KIND.CODE))
                .where(condition)
                .orderBy(KIND.PLACE, KIND.CODE)
                .limit(most)
                .fetch(Record1::value1);
    }

    private static Condition inForce(LocalDate day) {
        var other = KIND_VERSION.as("other");
        return KIND_VERSION.VALID_FROM.eq(
                select(coalesce(max(other.VALID_FROM).filterWhere(other.VALID_FROM.le(day)), min(other.VALID_FROM)))
                        .from(other)
                        .where(other.KIND.eq(KIND.CODE)));
    }

    List<String> separationWords() {
        return db.select(SEPARATION_WORD.WORD)
                .from(SEPARATION_WORD)
                .orderBy(SEPARATION_WORD.WORD)
                .limit(200)
                .fetch(SEPARATION_WORD.WORD);
    }
}
