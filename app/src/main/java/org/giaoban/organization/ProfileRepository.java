package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.HOLIDAY;
import static org.giaoban.organization.db.Tables.POST;
import static org.giaoban.organization.db.Tables.POST_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND_PARENT;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.giaoban.organization.UnitKind.Category;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The kinds of units, the posts in them and the holidays, as the profile set them. */
@Repository
class ProfileRepository {

    private final DSLContext db;
    private final Remembered<Map<String, Map<String, UnitKind>>> kinds;

    ProfileRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        kinds = stamps.remembered("organization.kinds", () -> Map.of("vi", kinds("vi"), "en", kinds("en")));
    }

    private Map<String, UnitKind> kinds(String language) {
        return db.select(UNIT_KIND.CODE, aKind(language))
                .from(UNIT_KIND)
                .orderBy(UNIT_KIND.RANK, UNIT_KIND.CODE)
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** The kinds are about to be read again everywhere. */
    void kindsChanged() {
        kinds.renew();
    }

    /** So many rows of kinds were written by each statement. */
    void kindsWritten(int... rows) {
        kinds.renewIfWritten(rows);
    }

    long kindsNumber() {
        return kinds.number();
    }

    /** All kinds by code, in the order of their ranks, in the viewer's language. */
    Kinds allKinds() {
        return new Kinds(Objects.requireNonNull(kinds.get().get(Texts.language())));
    }

    Optional<UnitKind> kind(String code) {
        return Optional.ofNullable(allKinds().byCode().get(code));
    }

    List<UnitKind> kinds(LocalDate day) {
        return allKinds().byCode().values().stream()
                .filter(kind -> kind.valid().contains(day))
                .toList();
    }

    /** Whether units of the kind may stand under units of the other kind on that day. */
    boolean fits(String kind, String parentKind, LocalDate day) {
        return db.fetchExists(selectOne()
                .from(UNIT_KIND_PARENT)
                .where(UNIT_KIND_PARENT.KIND.eq(kind))
                .and(UNIT_KIND_PARENT.PARENT_KIND.eq(parentKind))
                .and(Days.holds(UNIT_KIND_PARENT.VALID, day)));
    }

    KindRules rules(LocalDate day) {
        var allowed = db.select(UNIT_KIND_PARENT.KIND, UNIT_KIND_PARENT.PARENT_KIND)
                .from(UNIT_KIND_PARENT)
                .where(Days.holds(UNIT_KIND_PARENT.VALID, day))
                .fetchSet(Records.mapping(KindRules.Below::new));
        return new KindRules(day, allKinds().byCode(), allowed);
    }

    /** The kinds that may stand under a kind on that day. */
    Set<String> below(String parentKind, LocalDate day) {
        return db.select(UNIT_KIND_PARENT.KIND)
                .from(UNIT_KIND_PARENT)
                .where(UNIT_KIND_PARENT.PARENT_KIND.eq(parentKind))
                .and(Days.holds(UNIT_KIND_PARENT.VALID, day))
                .fetchSet(Record1::value1);
    }

    Optional<Post> post(String code) {
        return db.select(aPost()).from(POST).where(POST.CODE.eq(code)).fetchOptional(Record1::value1);
    }

    Map<String, String> postNames(Collection<String> codes) {
        return db.select(POST.CODE, inLanguage(POST.NAME_VI, POST.NAME_EN))
                .from(POST)
                .where(POST.CODE.in(codes))
                .orderBy(POST.RANK, POST.CODE)
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** The posts a unit of the kind has on that day, most senior first. */
    List<Post> posts(String kind, LocalDate day) {
        return db.select(aPost())
                .from(POST)
                .where(POST.CODE.in(select(POST_KIND.POST).from(POST_KIND).where(POST_KIND.KIND.eq(kind))))
                .and(Days.holds(POST.VALID, day))
                .orderBy(POST.RANK)
                .limit(100)
                .fetch(Record1::value1);
    }

    Set<LocalDate> holidays() {
        return db.select(HOLIDAY.DAY).from(HOLIDAY).fetchSet(HOLIDAY.DAY);
    }

    private static SelectField<UnitKind> aKind(String language) {
        return row(
                        UNIT_KIND.CODE,
                        language.equals("en") ? UNIT_KIND.NAME_EN : UNIT_KIND.NAME_VI,
                        UNIT_KIND.CATEGORY.convertFrom(Category.class, Category::valueOf),
                        UNIT_KIND.RANK,
                        UNIT_KIND.REPORTS,
                        UNIT_KIND.OWN_CELL,
                        UNIT_KIND.MAY_STAND_ALONE,
                        Days.from(UNIT_KIND.VALID),
                        Days.until(UNIT_KIND.VALID))
                .mapping((code, name, category, rank, reports, cell, alone, from, until) ->
                        new UnitKind(code, name, category, rank, reports, cell, alone, Days.range(from, until)));
    }

    private static SelectField<Post> aPost() {
        return row(
                        POST.CODE,
                        inLanguage(POST.NAME_VI, POST.NAME_EN),
                        POST.RANK,
                        POST.SINGLE,
                        Days.from(POST.VALID),
                        Days.until(POST.VALID))
                .mapping((code, name, rank, single, from, until) ->
                        new Post(code, name, rank, single, Days.range(from, until)));
    }

    private static Field<String> inLanguage(Field<String> vietnamese, Field<String> english) {
        return Texts.language().equals("en") ? english : vietnamese;
    }
}
