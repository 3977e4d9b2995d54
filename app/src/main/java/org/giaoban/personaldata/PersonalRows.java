package org.giaoban.personaldata;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.PersonalTable.Cleared;
import org.giaoban.platform.personal.PersonalTable.Name;
import org.giaoban.platform.personal.StandIn;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds and erases the rows of a person in the tables that modules declared. Callers work as the system. */
@Repository
class PersonalRows {

    private final DSLContext db;

    PersonalRows(DSLContext db) {
        this.db = db;
    }

    /** One row: when, in which words, and every column that may be shown. */
    record Row(@Nullable Object at, List<String> words, Map<String, Object> columns) {}

    List<Row> read(PersonalTable table, DataSubject subject, int most) {
        var shown = table.columns().shown();
        var fields = new ArrayList<Field<?>>(columns(table));
        fields.addAll(shown.words());
        var at = shown.at();
        var query = db.select(fields)
                .select(at == null ? inline((Object) null) : at)
                .from(table.table());
        var mine = query.where(whose(table, subject));
        return (at == null
                        ? mine.limit(most)
                        : mine.orderBy(at.desc().nullsLast()).limit(most))
                .fetch(row -> row(table, row));
    }

    int count(PersonalTable table, DataSubject subject, int most) {
        Select<?> some =
                db.selectOne().from(table.table()).where(whose(table, subject)).limit(most);
        return db.fetchCount(some);
    }

    /** Gives the number of rows that were changed or removed. */
    int erase(PersonalTable table, DataSubject subject, StandIn standIn) {
        return switch (table.fate()) {
            case DELETE ->
                db.deleteFrom(table.table()).where(known(table, subject)).execute();
            case HIDE -> clear(table, subject) + rename(table, subject, standIn);
            case KEEP -> 0;
        };
    }

    private int clear(PersonalTable table, DataSubject subject) {
        var values = new LinkedHashMap<Field<?>, Object>();
        table.columns().cleared().forEach(one -> values.put(one.field(), kept(one)));
        return values.isEmpty()
                ? 0
                : db.update(table.table())
                        .set(values)
                        .where(known(table, subject))
                        .execute();
    }

    /** What was empty stays empty. */
    private static <T> Field<T> kept(Cleared<T> cleared) {
        return case_().when(cleared.field().isNotNull(), val(cleared.value(), cleared.field()));
    }

    private int rename(PersonalTable table, DataSubject subject, StandIn standIn) {
        var changed = 0;
        for (var name : table.columns().names()) {
            changed += db.update(table.table())
                    .set(name.name(), standIn.name())
                    .where(bears(table, name, subject))
                    .execute();
        }
        return changed;
    }

    private static Condition bears(PersonalTable table, Name name, DataSubject subject) {
        var owner = name.owner();
        if (owner == null) {
            return written(name, subject);
        }
        var persons = table.columns().keys().persons().contains(owner);
        return (persons ? isPerson(owner, subject) : isAccount(owner, subject))
                .and(name.name().isNotNull());
    }

    private static Row row(PersonalTable table, Record row) {
        var columns = columns(table);
        var said = new LinkedHashMap<String, Object>();
        for (var at = 0; at < columns.size(); at++) {
            var value = row.get(at);
            if (value != null) {
                said.put(columns.get(at).getName(), value);
            }
        }
        var words = new ArrayList<String>();
        for (var at = columns.size(); at < row.size() - 1; at++) {
            var word = row.get(at);
            if (word != null && !word.toString().isBlank()) {
                words.add(word.toString());
            }
        }
        return new Row(row.get(row.size() - 1), words, said);
    }

    /** Everything but secrets, bytes, and what was folded for searching. */
    private static List<Field<?>> columns(PersonalTable table) {
        return Stream.of(table.table().fields())
                .filter(field -> !table.columns().secret().contains(field)
                        && field.getType() != byte[].class
                        && !field.getName().endsWith("_fold"))
                .<Field<?>>map(field -> field)
                .toList();
    }

    private static Condition whose(PersonalTable table, DataSubject subject) {
        var mine = known(table, subject);
        for (var name : table.columns().names()) {
            if (name.owner() == null) {
                mine = mine.or(written(name, subject));
            }
        }
        return mine;
    }

    /** Rows that say by an id or an address whom they mean. */
    private static Condition known(PersonalTable table, DataSubject subject) {
        var keys = table.columns().keys();
        Condition mine = falseCondition();
        for (var field : keys.persons()) {
            mine = mine.or(isPerson(field, subject));
        }
        for (var field : keys.accounts()) {
            mine = mine.or(isAccount(field, subject));
        }
        for (var mail : keys.mails()) {
            mine = mine.or(
                    mail.index().in(subject.mails().stream().map(mail.digest()).toList()));
        }
        return mine;
    }

    private static Condition isPerson(Field<?> field, DataSubject subject) {
        var person = subject.person();
        return person == null ? falseCondition() : condition("{0} = {1}", field, val(person.value()));
    }

    private static Condition isAccount(Field<?> field, DataSubject subject) {
        var ids = subject.accounts().stream().map(AccountId::value).toArray(UUID[]::new);
        if (ids.length == 0) {
            return falseCondition();
        }
        if (field.getType().isArray()) {
            return condition("{0} && {1}", field, val(ids));
        }
        return field.getType() == String.class
                ? condition("{0} = any ({1}::text[])", field, val(ids))
                : condition("{0} = any ({1})", field, val(ids));
    }

    private static Condition written(Name name, DataSubject subject) {
        return subject.alone() && !subject.names().isEmpty()
                ? condition("{0} = any ({1})", name.name(), texts(subject.names()))
                : falseCondition();
    }

    private static Field<String[]> texts(Collection<String> texts) {
        return val(texts.toArray(String[]::new));
    }
}
