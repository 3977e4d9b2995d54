package org.giaoban.access;

import static org.giaoban.access.Capability.*;
import static org.giaoban.access.Target.at;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every object of the story behind a page of its own, with who may open it as docs/huong-dan.md says it. Read by the owner of
 * the database, who sees every row, and marked there with a text that is nowhere else.
 */
final class Rooms {

    /** What a canary looks like, so that every one in a page is found. */
    static final String CANARY = "kx[0-9a-f]{10}";

    private static final String MARK = "'kx' || substr(md5(%s::text), 1, 10)";

    private final Connection owner;
    private final List<Target> targets = new ArrayList<>();

    private Rooms(Connection owner) {
        this.owner = owner;
    }

    static List<Target> of(Connection owner) throws SQLException {
        var rooms = new Rooms(owner);
        rooms.run("set app.everywhere = 'on'");
        rooms.mark();
        rooms.tasks();
        rooms.meetings();
        rooms.papers();
        rooms.people();
        rooms.returns();
        rooms.units();
        return rooms.targets;
    }

    private void mark() throws SQLException {
        marked("tasks.task", "title", "id", "true");
        marked("meetings.meeting", "title", "id", "true");
        marked("documents.document", "title", "id", "true");
        marked("portal.version", "title", "article_id", "state in ('DRAFT', 'SUBMITTED', 'RETURNED')");
        marked("people.person", "native_place", "id", "true");
        run("insert into people.contact (person_id, keeper_unit_id)"
                + " select id, keeper_unit_id from people.person on conflict do nothing");
    }

    private void marked(String table, String column, String id, String where) throws SQLException {
        run("update " + table + " set " + column + " = left(" + column + ", 150) || ' ' || " + MARK.formatted(id)
                + " where " + where);
    }

    /** The unit that owes it, the unit that gave it, and who helps with the whole. */
    private void tasks() throws SQLException {
        each(
                "select id, unit_id, giver_unit_id, array(select r.unit_id from tasks.role r"
                        + " where r.task_id = coalesce(t.parent_id, t.id) and r.unit_id is not null), "
                        + MARK.formatted("id")
                        + " from tasks.task t",
                row -> {
                    var unit = id(row, 2);
                    var giver = id(row, 3);
                    var rule = at(unit == null ? giver : unit, TASK_DO)
                            .or(at(unit, TASK_READ))
                            .or(at(giver, TASK_READ, TASK_ASSIGN));
                    for (var helper : (UUID[]) row.getArray(4).getArray()) {
                        rule = rule.or(at(helper, TASK_READ, TASK_DO));
                    }
                    add("task", "/tasks/" + id(row, 1), rule, row.getString(5));
                });
    }

    /** Drafts are for those who prepare them. */
    private void meetings() throws SQLException {
        each(
                "select id, unit_id, state, " + MARK.formatted("id") + " from meetings.meeting",
                row -> add(
                        "meeting",
                        "/meetings/" + id(row, 1),
                        row.getString(3).equals("DRAFT")
                                ? at(id(row, 2), MEETING_RUN)
                                : at(id(row, 2), MEETING_RUN, MEETING_READ),
                        row.getString(4)));
    }

    private void papers() throws SQLException {
        each(
                "select id, unit_id, " + MARK.formatted("id") + " from documents.document",
                row -> add("document", "/documents/" + id(row, 1), at(id(row, 2), DOCUMENT_READ), row.getString(3)));
        each(
                "select a.id, a.unit_id, (select " + MARK.formatted("a.id") + " from portal.version v"
                        + " where v.article_id = a.id and v.state in ('DRAFT', 'SUBMITTED', 'RETURNED'))"
                        + " from portal.article a where exists (select from portal.version v where v.article_id = a.id)",
                row -> add(
                        "article",
                        "/articles/" + id(row, 1),
                        at(id(row, 2), ARTICLE_WRITE, ARTICLE_APPROVE),
                        row.getString(3)));
        each(
                "select id, unit_id from files.stored_file where owner_kind = 'return'",
                row -> add("file", "/files/" + id(row, 1), at(id(row, 2), REPORT_READ), null));
    }

    private void people() throws SQLException {
        each(
                "select id, keeper_unit_id, " + MARK.formatted("id") + " from people.person",
                row -> add("person", "/people/" + id(row, 1), at(id(row, 2), PEOPLE_READ), row.getString(3)));
        each(
                "select m.person_id, m.unit_id, u.code from membership.member m join organization.unit u on u.id = m.unit_id",
                row -> add(
                        "member",
                        "/members/" + row.getString(3) + "/" + id(row, 1),
                        at(id(row, 2), MEMBER_READ),
                        null));
        each(
                "select distinct m.unit_id, u.code from membership.member m join organization.unit u on u.id = m.unit_id",
                row -> add("roster", "/members/" + row.getString(2), at(id(row, 1), MEMBER_READ), null));
    }

    private void returns() throws SQLException {
        each(
                "select r.unit_id, u.code, r.form, r.period from reporting.unit_return r"
                        + " join organization.unit u on u.id = r.unit_id",
                row -> add(
                        "return",
                        "/returns/" + row.getString(2) + "/" + row.getString(3) + "/" + row.getString(4),
                        at(id(row, 1), REPORT_READ),
                        null));
    }

    private void units() throws SQLException {
        each("select id, code from organization.unit", row -> {
            add("unit", "/units/" + row.getString(2), at(id(row, 1), ORGANIZATION_READ), null);
            add("figures", "/figures/" + row.getString(2) + "/2018-10", at(id(row, 1), FIGURES_READ), null);
        });
    }

    private void add(String room, String address, Predicate<Holder> rule, @Nullable String canary) {
        targets.add(new Target(room, address, rule, canary));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, Row reader) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
