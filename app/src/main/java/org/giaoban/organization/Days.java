package org.giaoban.organization;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import org.giaoban.kernel.DateRange;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's date ranges in queries; jOOQ itself knows them only by name. */
final class Days {

    private Days() {}

    static Field<LocalDate> from(Field<?> valid) {
        return field("lower({0})", SQLDataType.LOCALDATE, valid);
    }

    static Field<LocalDate> until(Field<?> valid) {
        return field("upper({0})", SQLDataType.LOCALDATE, valid);
    }

    static Condition holds(Field<?> valid, LocalDate day) {
        return DSL.condition("{0} @> {1}::date", valid, val(day));
    }

    static DateRange range(LocalDate from, @Nullable LocalDate until) {
        return new DateRange(from, until);
    }

    @SuppressWarnings("unchecked")
    static Field<String> write(Field<?> valid) {
        return (Field<String>) valid;
    }

    static Field<String> value(DateRange range) {
        return field("daterange({0}, {1})", String.class, val(range.from()), val(range.until(), SQLDataType.LOCALDATE));
    }

    /** The same beginning with another end; without one it goes on. */
    static Field<String> ending(Field<?> valid, @Nullable LocalDate until) {
        return field("daterange(lower({0}), {1})", String.class, valid, val(until, SQLDataType.LOCALDATE));
    }

    static Field<String> cut(Field<?> valid, LocalDate day) {
        return field("daterange(lower({0}), {1})", String.class, valid, inline(day));
    }
}
