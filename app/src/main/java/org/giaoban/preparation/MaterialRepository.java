package org.giaoban.preparation;

import static org.giaoban.preparation.db.Tables.MATERIAL;
import static org.giaoban.preparation.db.Tables.MATERIAL_CIRCLE;
import static org.giaoban.preparation.db.Tables.MATERIAL_READER;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Reach;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Papers as rows. */
@Repository
class MaterialRepository {

    private static final Field<Set<PersonId>> READERS = multiset(select(MATERIAL_READER.PERSON_ID)
                    .from(MATERIAL_READER)
                    .where(MATERIAL_READER.MATERIAL_ID.eq(MATERIAL.ID)))
            .convertFrom(rows -> rows.intoSet(Record1::value1));

    private static final Field<List<Circle.Ring>> RINGS = multiset(
                    select(MATERIAL_CIRCLE.POST, MATERIAL_CIRCLE.ROLE, MATERIAL_CIRCLE.UNIT_ID)
                            .from(MATERIAL_CIRCLE)
                            .where(MATERIAL_CIRCLE.MATERIAL_ID.eq(MATERIAL.ID)))
            .convertFrom(rows -> rows.map(Records.mapping(Circle.Ring::new)));

    private static final SelectField<Material> A_MATERIAL = row(
                    MATERIAL.ID,
                    MATERIAL.UNIT_ID,
                    MATERIAL.MEETING_ID,
                    MATERIAL.TOPIC_ID,
                    MATERIAL.ITEM_ID,
                    MATERIAL.TITLE,
                    MATERIAL.REACH.convert(Reach.class, Reach::valueOf, Reach::name),
                    row(READERS, RINGS).mapping(Circle::of),
                    MATERIAL.BY_ACCOUNT_ID.convertFrom(AccountId::value),
                    MATERIAL.BY_NAME,
                    MATERIAL.ADDED_AT)
            .mapping(Material::new);

    private final DSLContext db;

    MaterialRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Material material) {
        db.insertInto(MATERIAL)
                .set(MATERIAL.ID, material.id())
                .set(MATERIAL.UNIT_ID, material.unit())
                .set(MATERIAL.MEETING_ID, material.meeting())
                .set(MATERIAL.TOPIC_ID, material.topic())
                .set(MATERIAL.ITEM_ID, material.item())
                .set(MATERIAL.TITLE, material.title())
                .set(MATERIAL.REACH, material.reach().name())
                .set(MATERIAL.BY_ACCOUNT_ID, new AccountId(material.account()))
                .set(MATERIAL.BY_NAME, material.byName())
                .set(MATERIAL.ADDED_AT, material.addedAt())
                .execute();
        var circle = material.circle();
        var rows = new ArrayList<Query>();
        circle.persons().forEach(person -> rows.add(reader(material.id(), person)));
        circle.posts().forEach(post -> rows.add(ring(material.id()).set(MATERIAL_CIRCLE.POST, post)));
        circle.roles().forEach(role -> rows.add(ring(material.id()).set(MATERIAL_CIRCLE.ROLE, role)));
        circle.units().forEach(unit -> rows.add(ring(material.id()).set(MATERIAL_CIRCLE.UNIT_ID, unit)));
        db.batch(rows).execute();
    }

    private Query reader(UUID material, PersonId person) {
        return db.insertInto(MATERIAL_READER)
                .set(MATERIAL_READER.MATERIAL_ID, material)
                .set(MATERIAL_READER.PERSON_ID, person);
    }

    private InsertSetMoreStep<?> ring(UUID material) {
        return db.insertInto(MATERIAL_CIRCLE).set(MATERIAL_CIRCLE.MATERIAL_ID, material);
    }

    void delete(UUID id) {
        db.deleteFrom(MATERIAL).where(MATERIAL.ID.eq(id)).execute();
    }

    Optional<Material> find(UUID id) {
        return list(MATERIAL.ID.eq(id), 1).stream().findFirst();
    }

    List<Material> of(UUID meeting) {
        return list(MATERIAL.MEETING_ID.eq(meeting), 200);
    }

    /** The papers of one item of a meeting's agenda. */
    List<Material> ofItem(UUID meeting, UUID item) {
        return list(MATERIAL.MEETING_ID.eq(meeting).and(MATERIAL.ITEM_ID.eq(item)), 200);
    }

    List<Material> ofTopics(List<UUID> topics) {
        return list(MATERIAL.TOPIC_ID.in(topics), 400);
    }

    /** Papers of meetings by the words of their titles, newest first, whoever may read them. */
    List<Material> find(SearchWords words, int most) {
        return list(words.in(MATERIAL.TITLE_FOLD).and(MATERIAL.MEETING_ID.isNotNull()), most);
    }

    private List<Material> list(Condition condition, int most) {
        return db.select(A_MATERIAL)
                .from(MATERIAL)
                .where(condition)
                .orderBy(MATERIAL.ADDED_AT.desc(), MATERIAL.ID)
                .limit(most)
                .fetch(Record1::value1);
    }
}
