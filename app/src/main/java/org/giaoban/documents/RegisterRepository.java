package org.giaoban.documents;

import static java.util.Objects.requireNonNull;
import static org.giaoban.documents.db.Tables.DOCUMENT_TYPE;
import static org.giaoban.documents.db.Tables.HEAD_RULE;
import static org.giaoban.documents.db.Tables.LETTERHEAD;
import static org.giaoban.documents.db.Tables.REGISTER;
import static org.giaoban.documents.db.Tables.TERM;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The register of numbers and the facts it rests on. */
@Repository
class RegisterRepository {

    private static final SelectField<DocumentType> A_TYPE = row(
                    DOCUMENT_TYPE.CODE,
                    DOCUMENT_TYPE.SYMBOL,
                    DOCUMENT_TYPE.NAME_VI,
                    DOCUMENT_TYPE.NAME_EN,
                    DOCUMENT_TYPE.RESETS.convertFrom(DocumentType.Resets::valueOf))
            .mapping(DocumentType::new);

    private static final SelectField<Letterhead> A_HEAD = row(
                    LETTERHEAD.SYMBOL, LETTERHEAD.SUPERIOR, LETTERHEAD.NAME, LETTERHEAD.PLACE)
            .mapping(Letterhead::new);

    private static final SelectField<HeadRule> A_RULE = row(
                    HEAD_RULE.KIND,
                    HEAD_RULE.SYMBOL,
                    HEAD_RULE.SUPERIOR.convertFrom(HeadRule.Superior::valueOf),
                    HEAD_RULE.WORDS,
                    HEAD_RULE.ORGANISATION,
                    HEAD_RULE.PLACE_AFTER)
            .mapping(HeadRule::new);

    private final DSLContext db;

    RegisterRepository(DSLContext db) {
        this.db = db;
    }

    /** Makes the line if it is missing and locks it until the end of the transaction. */
    void hold(UnitId unit, String series, String type) {
        db.insertInto(REGISTER)
                .set(REGISTER.UNIT_ID, unit)
                .set(REGISTER.SERIES, series)
                .set(REGISTER.TYPE, type)
                .onConflictDoNothing()
                .execute();
        db.select(REGISTER.LAST_NUMBER)
                .from(REGISTER)
                .where(REGISTER.UNIT_ID.eq(unit), REGISTER.SERIES.eq(series), REGISTER.TYPE.eq(type))
                .forUpdate()
                .fetch();
    }

    int next(UnitId unit, String series, String type) {
        return requireNonNull(db.update(REGISTER)
                .set(REGISTER.LAST_NUMBER, REGISTER.LAST_NUMBER.plus(1))
                .where(REGISTER.UNIT_ID.eq(unit), REGISTER.SERIES.eq(series), REGISTER.TYPE.eq(type))
                .returning(REGISTER.LAST_NUMBER)
                .fetchOne(REGISTER.LAST_NUMBER));
    }

    Optional<DocumentType> type(String code, LocalDate on) {
        return db.select(A_TYPE)
                .from(DOCUMENT_TYPE)
                .where(DOCUMENT_TYPE.CODE.eq(code), DOCUMENT_TYPE.VALID_FROM.le(on))
                .orderBy(DOCUMENT_TYPE.VALID_FROM.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    /** The kinds in force on a day, in the order of their rules. */
    List<DocumentType> types(LocalDate on) {
        var other = DOCUMENT_TYPE.as("other");
        return db.select(A_TYPE)
                .from(DOCUMENT_TYPE)
                .where(DOCUMENT_TYPE.VALID_FROM.le(on))
                .andNotExists(db.selectOne()
                        .from(other)
                        .where(other.CODE.eq(DOCUMENT_TYPE.CODE), other.VALID_FROM.le(on))
                        .and(other.VALID_FROM.gt(DOCUMENT_TYPE.VALID_FROM)))
                .orderBy(DOCUMENT_TYPE.POSITION)
                .limit(100)
                .fetch(Record1::value1);
    }

    Optional<Letterhead> letterhead(UnitId unit, LocalDate on) {
        return Optional.ofNullable(letterheads(List.of(unit), on).get(unit));
    }

    /** The heads these units have of their own on a day. */
    Map<UnitId, Letterhead> letterheads(Collection<UnitId> units, LocalDate on) {
        return db.select(LETTERHEAD.UNIT_ID, A_HEAD)
                .distinctOn(LETTERHEAD.UNIT_ID)
                .from(LETTERHEAD)
                .where(LETTERHEAD.UNIT_ID.in(units), LETTERHEAD.VALID_FROM.le(on))
                .orderBy(LETTERHEAD.UNIT_ID, LETTERHEAD.VALID_FROM.desc())
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** The rules of a day, by kind of unit. */
    Map<String, HeadRule> headRules(LocalDate on) {
        return db.select(HEAD_RULE.KIND, A_RULE)
                .distinctOn(HEAD_RULE.KIND)
                .from(HEAD_RULE)
                .where(HEAD_RULE.VALID_FROM.le(on))
                .orderBy(HEAD_RULE.KIND, HEAD_RULE.VALID_FROM.desc())
                .fetchMap(Record2::value1, Record2::value2);
    }

    Optional<String> term(UnitId unit, LocalDate on) {
        return Optional.ofNullable(terms(List.of(unit), on).get(unit));
    }

    Map<UnitId, String> terms(Collection<UnitId> units, LocalDate on) {
        return db.select(TERM.UNIT_ID, TERM.CODE)
                .from(TERM)
                .where(TERM.UNIT_ID.in(units), TERM.FROM_ON.le(on), TERM.UNTIL_ON.gt(on))
                .fetchMap(TERM.UNIT_ID, TERM.CODE);
    }

    void addHeadRule(HeadRule rule, LocalDate from, String basis) {
        db.insertInto(HEAD_RULE)
                .set(HEAD_RULE.KIND, rule.kind())
                .set(HEAD_RULE.VALID_FROM, from)
                .set(HEAD_RULE.SYMBOL, rule.symbol())
                .set(HEAD_RULE.SUPERIOR, rule.superior().name())
                .set(HEAD_RULE.WORDS, rule.words())
                .set(HEAD_RULE.ORGANISATION, rule.organisation())
                .set(HEAD_RULE.PLACE_AFTER, rule.placeAfter())
                .set(HEAD_RULE.BASIS, basis)
                .onConflictDoNothing()
                .execute();
    }

    void addType(DocumentType type, LocalDate from, String basis, int position) {
        db.insertInto(DOCUMENT_TYPE)
                .set(DOCUMENT_TYPE.CODE, type.code())
                .set(DOCUMENT_TYPE.SYMBOL, type.symbol())
                .set(DOCUMENT_TYPE.NAME_VI, type.nameVi())
                .set(DOCUMENT_TYPE.NAME_EN, type.nameEn())
                .set(DOCUMENT_TYPE.RESETS, type.resets().name())
                .set(DOCUMENT_TYPE.VALID_FROM, from)
                .set(DOCUMENT_TYPE.BASIS, basis)
                .set(DOCUMENT_TYPE.POSITION, (short) position)
                .onConflictDoNothing()
                .execute();
    }

    void addLetterhead(UnitId unit, LocalDate from, Letterhead head) {
        db.insertInto(LETTERHEAD)
                .set(LETTERHEAD.UNIT_ID, unit)
                .set(LETTERHEAD.VALID_FROM, from)
                .set(LETTERHEAD.SYMBOL, head.symbol())
                .set(LETTERHEAD.SUPERIOR, head.superior())
                .set(LETTERHEAD.NAME, head.name())
                .set(LETTERHEAD.PLACE, head.place())
                .onConflictDoNothing()
                .execute();
    }

    void addTerm(UnitId unit, String code, LocalDate from, LocalDate until) {
        db.insertInto(TERM)
                .set(TERM.UNIT_ID, unit)
                .set(TERM.CODE, code)
                .set(TERM.FROM_ON, from)
                .set(TERM.UNTIL_ON, until)
                .onConflictDoNothing()
                .execute();
    }
}
