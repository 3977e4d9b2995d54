package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.KIND;
import static org.giaoban.meetings.db.Tables.KIND_VERSION;
import static org.giaoban.meetings.db.Tables.KIND_VERSION_INVITEE;
import static org.giaoban.meetings.db.Tables.KIND_VERSION_ITEM;
import static org.giaoban.meetings.db.Tables.SEPARATION_WORD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes kinds of meetings and the versions of their rules. */
@Repository
class KindWriter {

    private final DSLContext db;

    KindWriter(DSLContext db) {
        this.db = db;
    }

    /** A kind that is there already keeps what the office made of it. True when it is new. */
    boolean add(MeetingKind kind) {
        return db.insertInto(KIND)
                        .set(KIND.CODE, kind.code())
                        .set(KIND.NAME_VI, kind.nameVi())
                        .set(KIND.NAME_EN, kind.nameEn())
                        .set(
                                KIND.PERIOD,
                                kind.period() == null ? null : kind.period().name())
                        .set(KIND.BRIEFING, kind.briefing())
                        .set(KIND.PLACE, kind.place())
                        .set(KIND.NATURE, kind.nature().name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Adds the rules from a day on; false when there are rules of that day already. */
    boolean addVersion(String kind, MeetingKind.Version version) {
        var added = db.insertInto(KIND_VERSION)
                .set(KIND_VERSION.KIND, kind)
                .set(KIND_VERSION.VALID_FROM, version.validFrom())
                .set(facts(version))
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            db.batch(lines(kind, version)).execute();
        }
        return added == 1;
    }

    /** Puts a version that is not in force yet in the place of the one of that day. */
    void replaceVersion(String kind, LocalDate of, MeetingKind.Version version) {
        db.deleteFrom(KIND_VERSION)
                .where(KIND_VERSION.KIND.eq(kind))
                .and(KIND_VERSION.VALID_FROM.eq(of))
                .execute();
        addVersion(kind, version);
    }

    private static Map<Field<?>, @Nullable Object> facts(MeetingKind.Version version) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(KIND_VERSION.BASIS, version.basis());
        values.put(KIND_VERSION.TITLE, version.title());
        values.put(KIND_VERSION.MINUTES, version.minutes());
        values.put(KIND_VERSION.AUTHORITY, version.notice().authority());
        values.put(KIND_VERSION.SIGNER_KIND, version.notice().signerKind());
        values.put(KIND_VERSION.SIGNER_POST, version.notice().signerPost());
        values.put(KIND_VERSION.RECIPIENTS, version.notice().recipients());
        values.put(KIND_VERSION.NOTICE_DAYS, version.rules().noticeDays());
        values.put(KIND_VERSION.SCORE_SHEET, version.rules().scoreSheet());
        var quorum = version.rules().quorum();
        values.put(KIND_VERSION.QUORUM_BASE, quorum.base().name());
        values.put(KIND_VERSION.QUORUM_NUMERATOR, quorum.numerator());
        values.put(KIND_VERSION.QUORUM_DENOMINATOR, quorum.denominator());
        values.put(KIND_VERSION.QUORUM_STRICT, quorum.strict());
        return values;
    }

    private List<Query> lines(String kind, MeetingKind.Version version) {
        var lines = new ArrayList<Query>();
        var place = 0;
        for (var item : version.agenda()) {
            lines.add(db.insertInto(KIND_VERSION_ITEM)
                    .set(KIND_VERSION_ITEM.KIND, kind)
                    .set(KIND_VERSION_ITEM.VALID_FROM, version.validFrom())
                    .set(KIND_VERSION_ITEM.POSITION, ++place)
                    .set(KIND_VERSION_ITEM.TITLE, item.title())
                    .set(KIND_VERSION_ITEM.MINUTES, item.minutes())
                    .set(KIND_VERSION_ITEM.PRESENTER, item.presenter())
                    .set(KIND_VERSION_ITEM.CARRIED, item.carried())
                    .set(KIND_VERSION_ITEM.ITEM_KIND, item.kind().name())
                    .set(KIND_VERSION_ITEM.MANDATORY, item.mandatory())
                    .set(KIND_VERSION_ITEM.LEAST_MINUTES, item.leastMinutes()));
        }
        place = 0;
        for (var rule : version.invited()) {
            lines.add(db.insertInto(KIND_VERSION_INVITEE)
                    .set(KIND_VERSION_INVITEE.KIND, kind)
                    .set(KIND_VERSION_INVITEE.VALID_FROM, version.validFrom())
                    .set(KIND_VERSION_INVITEE.POSITION, ++place)
                    .set(KIND_VERSION_INVITEE.WHO, rule.who().name())
                    .set(KIND_VERSION_INVITEE.UNIT_KINDS, rule.unitKinds().toArray(String[]::new))
                    .set(KIND_VERSION_INVITEE.POST, rule.post())
                    .set(KIND_VERSION_INVITEE.LABEL, rule.label()));
        }
        return lines;
    }

    void addSeparationWords(List<String> words) {
        db.batch(words.stream()
                        .map(word -> db.insertInto(SEPARATION_WORD)
                                .set(SEPARATION_WORD.WORD, word)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    void replaceSeparationWords(List<String> words) {
        db.deleteFrom(SEPARATION_WORD).execute();
        addSeparationWords(words);
    }
}
