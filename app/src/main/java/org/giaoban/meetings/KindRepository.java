package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.KIND;
import static org.giaoban.meetings.db.Tables.KIND_ITEM;
import static org.giaoban.meetings.db.Tables.VAGUE_WORD;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The kinds of meetings of the profile and the words that make a conclusion vague. */
@Repository
class KindRepository {

    private static final Field<List<MeetingKind.Template>> AGENDA = multiset(
                    select(KIND_ITEM.TITLE, KIND_ITEM.MINUTES, KIND_ITEM.PRESENTER, KIND_ITEM.CARRIED)
                            .from(KIND_ITEM)
                            .where(KIND_ITEM.KIND.eq(KIND.CODE))
                            .orderBy(KIND_ITEM.POSITION))
            .convertFrom(rows -> rows.map(Records.mapping(MeetingKind.Template::new)));

    private static final SelectField<MeetingKind> A_KIND = row(
                    KIND.CODE,
                    KIND.NAME_VI,
                    KIND.NAME_EN,
                    KIND.TITLE,
                    KIND.PERIOD.convert(Converter.ofNullable(
                            String.class, Period.Kind.class, Period.Kind::valueOf, Period.Kind::name)),
                    KIND.MINUTES,
                    KIND.BRIEFING,
                    KIND.PLACE,
                    row(KIND.AUTHORITY, KIND.SIGNER_KIND, KIND.SIGNER_POST, KIND.RECIPIENTS)
                            .mapping(MeetingKind.Notice::new),
                    AGENDA)
            .mapping(MeetingKind::new);

    private final DSLContext db;

    KindRepository(DSLContext db) {
        this.db = db;
    }

    List<MeetingKind> all() {
        return db.select(A_KIND)
                .from(KIND)
                .orderBy(KIND.PLACE, KIND.CODE)
                .limit(100)
                .fetch(Record1::value1);
    }

    Optional<MeetingKind> find(String code) {
        return db.select(A_KIND).from(KIND).where(KIND.CODE.eq(code)).fetchOptional(Record1::value1);
    }

    List<String> vagueWords() {
        return db.select(VAGUE_WORD.WORD)
                .from(VAGUE_WORD)
                .orderBy(VAGUE_WORD.WORD)
                .limit(500)
                .fetch(VAGUE_WORD.WORD);
    }

    /** A kind that is there already keeps what the office made of it. */
    void add(MeetingKind kind) {
        var inserted = db.insertInto(KIND)
                .set(KIND.CODE, kind.code())
                .set(KIND.NAME_VI, kind.nameVi())
                .set(KIND.NAME_EN, kind.nameEn())
                .set(KIND.TITLE, kind.title())
                .set(KIND.PERIOD, kind.period() == null ? null : kind.period().name())
                .set(KIND.MINUTES, kind.minutes())
                .set(KIND.BRIEFING, kind.briefing())
                .set(KIND.PLACE, kind.place())
                .set(KIND.AUTHORITY, kind.notice().authority())
                .set(KIND.SIGNER_KIND, kind.notice().signerKind())
                .set(KIND.SIGNER_POST, kind.notice().signerPost())
                .set(KIND.RECIPIENTS, kind.notice().recipients())
                .onConflictDoNothing()
                .execute();
        if (inserted == 1) {
            db.batch(items(kind)).execute();
        }
    }

    private List<Query> items(MeetingKind kind) {
        var items = new ArrayList<Query>();
        for (var item : kind.agenda()) {
            items.add(db.insertInto(KIND_ITEM)
                    .set(KIND_ITEM.KIND, kind.code())
                    .set(KIND_ITEM.POSITION, items.size() + 1)
                    .set(KIND_ITEM.TITLE, item.title())
                    .set(KIND_ITEM.MINUTES, item.minutes())
                    .set(KIND_ITEM.PRESENTER, item.presenter())
                    .set(KIND_ITEM.CARRIED, item.carried()));
        }
        return items;
    }

    void addVagueWords(List<String> words) {
        db.batch(words.stream()
                        .map(word -> db.insertInto(VAGUE_WORD)
                                .set(VAGUE_WORD.WORD, word)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }
}
