package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.MANDATE;
import static org.giaoban.organization.db.Tables.POST;
import static org.giaoban.organization.db.Tables.POST_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_KIND_PARENT;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.DateRange;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Kinds and posts as rows to be kept: in both languages, those that ended too. */
@Repository
class ProfileTables {

    private static final int MOST = 500;

    /** A kind of unit as its row says it. */
    record KindRow(
            String code,
            Names names,
            UnitKind.Category category,
            short rank,
            boolean reports,
            DateRange valid,
            String source) {}

    /** A post as its row says it. */
    record PostRow(String code, Names names, short rank, boolean single, DateRange valid) {}

    /** How it is called in both languages, and inside a person's title. */
    public record Names(String vi, String en, String inTitle) {}

    private static final SelectField<KindRow> A_KIND = row(
                    UNIT_KIND.CODE,
                    row(UNIT_KIND.NAME_VI, UNIT_KIND.NAME_EN, UNIT_KIND.IN_TITLE)
                            .mapping(Names::new),
                    UNIT_KIND.CATEGORY.convertFrom(UnitKind.Category.class, UnitKind.Category::valueOf),
                    UNIT_KIND.RANK,
                    UNIT_KIND.REPORTS,
                    Days.from(UNIT_KIND.VALID),
                    Days.until(UNIT_KIND.VALID),
                    UNIT_KIND.SOURCE)
            .mapping((code, names, category, rank, reports, from, until, source) ->
                    new KindRow(code, names, category, rank, reports, Days.range(from, until), source));

    private static final SelectField<PostRow> A_POST = row(
                    POST.CODE,
                    row(POST.NAME_VI, POST.NAME_EN, POST.IN_TITLE).mapping(Names::new),
                    POST.RANK,
                    POST.SINGLE,
                    Days.from(POST.VALID),
                    Days.until(POST.VALID))
            .mapping((code, names, rank, single, from, until) ->
                    new PostRow(code, names, rank, single, Days.range(from, until)));

    private final DSLContext db;
    private final ProfileRepository remembered;

    ProfileTables(DSLContext db, ProfileRepository remembered) {
        this.db = db;
        this.remembered = remembered;
    }

    List<KindRow> kinds() {
        return db.select(A_KIND)
                .from(UNIT_KIND)
                .orderBy(UNIT_KIND.RANK, UNIT_KIND.CODE)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<KindRow> kind(String code) {
        return db.select(A_KIND).from(UNIT_KIND).where(UNIT_KIND.CODE.eq(code)).fetchOptional(Record1::value1);
    }

    List<PostRow> posts() {
        return db.select(A_POST)
                .from(POST)
                .orderBy(POST.RANK, POST.CODE)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<PostRow> post(String code) {
        return db.select(A_POST).from(POST).where(POST.CODE.eq(code)).fetchOptional(Record1::value1);
    }

    /** The kinds a kind may stand under, on a day, by its code. */
    Map<String, List<String>> parents(LocalDate day) {
        return db.select(UNIT_KIND_PARENT.KIND, UNIT_KIND_PARENT.PARENT_KIND)
                .from(UNIT_KIND_PARENT)
                .where(Days.holds(UNIT_KIND_PARENT.VALID, day))
                .orderBy(UNIT_KIND_PARENT.PARENT_KIND)
                .fetchGroups(UNIT_KIND_PARENT.KIND, UNIT_KIND_PARENT.PARENT_KIND);
    }

    /** The kinds that have a post, by the post's code. */
    Map<String, List<String>> kindsOfPosts() {
        return db.select(POST_KIND.POST, POST_KIND.KIND)
                .from(POST_KIND)
                .orderBy(POST_KIND.KIND)
                .fetchGroups(POST_KIND.POST, POST_KIND.KIND);
    }

    boolean kindUsedAfter(String code, LocalDate until) {
        return db.fetchExists(selectOne()
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.KIND.eq(code))
                .and(coalesce(Days.until(UNIT_VERSION.VALID), inline(LocalDate.of(9999, 12, 31)))
                        .gt(until)));
    }

    boolean postUsedAfter(String code, LocalDate until) {
        return db.fetchExists(selectOne()
                .from(MANDATE)
                .where(MANDATE.POST.eq(code))
                .and(coalesce(Days.until(MANDATE.VALID), inline(LocalDate.of(9999, 12, 31)))
                        .gt(until)));
    }

    boolean add(KindRow kind) {
        var added = db.insertInto(UNIT_KIND)
                        .set(UNIT_KIND.CODE, kind.code())
                        .set(UNIT_KIND.NAME_VI, kind.names().vi())
                        .set(UNIT_KIND.NAME_EN, kind.names().en())
                        .set(UNIT_KIND.CATEGORY, kind.category().name())
                        .set(UNIT_KIND.RANK, kind.rank())
                        .set(UNIT_KIND.REPORTS, kind.reports())
                        .set(UNIT_KIND.OWN_CELL, false)
                        .set(UNIT_KIND.MAY_STAND_ALONE, false)
                        .set(UNIT_KIND.IN_TITLE, kind.names().inTitle())
                        .set(Days.write(UNIT_KIND.VALID), Days.value(kind.valid()))
                        .set(UNIT_KIND.SOURCE, kind.source())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        remembered.kindsChanged();
        return added;
    }

    void change(String code, Names names, @Nullable LocalDate until, String source) {
        db.update(UNIT_KIND)
                .set(UNIT_KIND.NAME_VI, names.vi())
                .set(UNIT_KIND.NAME_EN, names.en())
                .set(UNIT_KIND.IN_TITLE, names.inTitle())
                .set(UNIT_KIND.SOURCE, source)
                .set(Days.write(UNIT_KIND.VALID), Days.ending(UNIT_KIND.VALID, until))
                .where(UNIT_KIND.CODE.eq(code))
                .execute();
        remembered.kindsChanged();
    }

    /** A kind that may stand there on one of the days already keeps its days. */
    void addParents(String kind, Collection<String> parents, DateRange valid) {
        db.batch(parents.stream()
                        .map(parent -> db.insertInto(UNIT_KIND_PARENT)
                                .set(UNIT_KIND_PARENT.KIND, kind)
                                .set(UNIT_KIND_PARENT.PARENT_KIND, parent)
                                .set(Days.write(UNIT_KIND_PARENT.VALID), Days.value(valid))
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    boolean add(PostRow post) {
        return db.insertInto(POST)
                        .set(POST.CODE, post.code())
                        .set(POST.NAME_VI, post.names().vi())
                        .set(POST.NAME_EN, post.names().en())
                        .set(POST.IN_TITLE, post.names().inTitle())
                        .set(POST.RANK, post.rank())
                        .set(POST.SINGLE, post.single())
                        .set(Days.write(POST.VALID), Days.value(post.valid()))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void change(String code, Names names, @Nullable LocalDate until) {
        db.update(POST)
                .set(POST.NAME_VI, names.vi())
                .set(POST.NAME_EN, names.en())
                .set(POST.IN_TITLE, names.inTitle())
                .set(Days.write(POST.VALID), Days.ending(POST.VALID, until))
                .where(POST.CODE.eq(code))
                .execute();
    }

    void addKinds(String post, Collection<String> kinds) {
        db.batch(kinds.stream()
                        .map(kind -> db.insertInto(POST_KIND)
                                .set(POST_KIND.POST, post)
                                .set(POST_KIND.KIND, kind)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    /** The rank behind the last one, so that what is new stands last. */
    short lastRank() {
        var last = db.select(max(UNIT_KIND.RANK)).from(UNIT_KIND).fetchOne(Record1::value1);
        return last == null ? 1 : (short) Math.min(last + 1, Short.MAX_VALUE);
    }
}
