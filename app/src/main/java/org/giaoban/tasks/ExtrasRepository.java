package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.ESCALATION;
import static org.giaoban.tasks.db.Tables.LINK;
import static org.giaoban.tasks.db.Tables.ROLE;
import static org.giaoban.tasks.db.Tables.TASK;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.tasks.Extras.Link;
import org.giaoban.tasks.Extras.Product;
import org.giaoban.tasks.Extras.Role;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who helps and supervises an order, what it is to hand over, and what it is linked to: all of the order as a whole. */
@Repository
class ExtrasRepository {

    static final int MOST_ROLES = 60;

    private static final Field<LinkKind> KIND = LINK.KIND.convert(LinkKind.class, LinkKind::valueOf, LinkKind::name);

    private final DSLContext db;

    ExtrasRepository(DSLContext db) {
        this.db = db;
    }

    void insert(UUID root, Extras extras) {
        var roles = Stream.concat(
                extras.helping().stream().distinct().map(unit -> role(root, unit, null)),
                extras.supervising().stream().distinct().map(person -> role(root, null, person)));
        var links = extras.links().stream().map(link -> linking(root, link));
        db.batch(Stream.concat(roles, links).toList()).execute();
        if (extras.product() != null || extras.noProduct() != null) {
            db.update(TASK)
                    .set(TASK.PRODUCT, extras.product())
                    .set(TASK.NO_PRODUCT, extras.noProduct())
                    .where(TASK.ID.eq(root).or(TASK.PARENT_ID.eq(root)))
                    .execute();
        }
    }

    private Query role(UUID root, @Nullable UnitId helping, @Nullable PersonId supervising) {
        return db.insertInto(ROLE)
                .set(ROLE.ID, Uuid7.next())
                .set(ROLE.TASK_ID, root)
                .set(ROLE.KIND, helping == null ? "SUPERVISING" : "HELPING")
                .set(ROLE.UNIT_ID, helping)
                .set(ROLE.PERSON_ID, supervising)
                .onConflictDoNothing();
    }

    private Query linking(UUID root, Link link) {
        return db.insertInto(LINK)
                .set(LINK.ID, Uuid7.next())
                .set(LINK.TASK_ID, root)
                .set(KIND, link.kind())
                .set(LINK.CODE, link.code())
                .set(LINK.TITLE, link.title())
                .onConflictDoNothing();
    }

    Product product(UUID task) {
        return db.select(TASK.PRODUCT, TASK.NO_PRODUCT)
                .from(TASK)
                .where(TASK.ID.eq(task))
                .fetchSingle(Records.mapping(Product::new));
    }

    List<Role> roles(UUID root) {
        return db.select(ROLE.ID, ROLE.UNIT_ID, ROLE.PERSON_ID)
                .from(ROLE)
                .where(ROLE.TASK_ID.eq(root))
                .orderBy(ROLE.ID)
                .limit(MOST_ROLES)
                .fetch(Records.mapping(Role::new));
    }

    /** Whether overdue work was laid before this leader. */
    boolean laidBefore(UUID task, PersonId leader) {
        return db.fetchExists(ESCALATION, ESCALATION.TASK_ID.eq(task).and(ESCALATION.PERSON_ID.eq(leader)));
    }

    void remove(UUID root, UUID role) {
        db.deleteFrom(ROLE).where(ROLE.ID.eq(role)).and(ROLE.TASK_ID.eq(root)).execute();
    }

    List<Link> links(UUID root) {
        return db.select(KIND, LINK.CODE, LINK.TITLE)
                .from(LINK)
                .where(LINK.TASK_ID.eq(root))
                .orderBy(LINK.KIND, LINK.CODE)
                .limit(MOST_ROLES)
                .fetch(Records.mapping(Link::new));
    }

    /** The links of many orders in one statement. */
    Map<UUID, List<Link>> links(Collection<UUID> roots) {
        return db.select(LINK.TASK_ID, KIND, LINK.CODE, LINK.TITLE)
                .from(LINK)
                .where(LINK.TASK_ID.in(roots))
                .orderBy(LINK.KIND, LINK.CODE)
                .fetchGroups(LINK.TASK_ID, row -> new Link(row.get(KIND), row.get(LINK.CODE), row.get(LINK.TITLE)));
    }

    void unlink(UUID root, LinkKind kind, String code) {
        db.deleteFrom(LINK)
                .where(LINK.TASK_ID.eq(root))
                .and(KIND.eq(kind))
                .and(LINK.CODE.eq(code))
                .execute();
    }

    /** The leaders who watch over each of these orders, the first named first. */
    List<Supervised> supervisors(Collection<UUID> roots) {
        return db.select(ROLE.TASK_ID, ROLE.PERSON_ID)
                .from(ROLE)
                .where(ROLE.TASK_ID.in(roots))
                .and(ROLE.PERSON_ID.isNotNull())
                .orderBy(ROLE.ID)
                .fetch(Records.mapping(Supervised::new));
    }

    /** An order and a leader who watches over it. */
    record Supervised(UUID root, PersonId person) {}

    /** The orders that carry out this directive or move this indicator, newest first. */
    List<UUID> linked(LinkKind kind, String code, int limit) {
        return db.select(LINK.TASK_ID)
                .from(LINK)
                .where(KIND.eq(kind))
                .and(LINK.CODE.eq(code))
                .orderBy(LINK.TASK_ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }
}
