package org.giaoban.platform.personal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table that tells something about persons.
 *
 * @param purpose code of the purpose it is kept for, as in the register of purposes
 * @param listed whether the rows can be found by person; not where a table is too large to be searched that way
 */
public record PersonalTable(Table<?> table, String purpose, Fate fate, Columns columns, boolean listed) {

    /** What stands where words were that had to be there and are gone. */
    public static final String NOTHING = "—";

    /** What an erasure does to the rows of a person. */
    public enum Fate {
        /** The rows go. */
        DELETE,
        /** The rows stay, with another name and without what says more than the work needs. */
        HIDE,
        /** The rows stay as they are: the law asks for them. */
        KEEP
    }

    /**
     * The columns that matter.
     *
     * @param names columns that hold a name as it was written down
     * @param cleared columns that are overwritten when the person is erased
     * @param secret columns that are shown to nobody
     */
    public record Columns(Keys keys, List<Name> names, Shown shown, List<Cleared<?>> cleared, List<Field<?>> secret) {

        private static final Columns NONE = new Columns(
                new Keys(List.of(), List.of(), List.of()), List.of(), new Shown(null, List.of()), List.of(), List.of());
    }

    /** By which columns rows of a person are found: ids of persons, ids of accounts (also lists of them), addresses. */
    public record Keys(List<Field<?>> persons, List<Field<?>> accounts, List<Mail> mails) {}

    /** A blind index of mail addresses, and how an address in small letters becomes one. */
    public record Mail(Field<byte[]> index, Function<String, byte[]> digest) {}

    /** A written name; the owner says whose it is, without one only the name itself does. */
    public record Name(@Nullable Field<?> owner, Field<String> name) {}

    /** What the person sees of a row: when, and in which words. */
    public record Shown(@Nullable Field<?> at, List<Field<?>> words) {}

    /** A column and what stands there after an erasure. */
    public record Cleared<T>(Field<T> field, @Nullable T value) {}

    public static PersonalTable of(Table<?> table, String purpose, Fate fate) {
        return new PersonalTable(table, purpose, fate, Columns.NONE, true);
    }

    public PersonalTable person(Field<?>... ids) {
        var keys = columns.keys;
        return with(new Keys(and(keys.persons, ids), keys.accounts, keys.mails));
    }

    public PersonalTable account(Field<?>... ids) {
        var keys = columns.keys;
        return with(new Keys(keys.persons, and(keys.accounts, ids), keys.mails));
    }

    /** {@code digest} makes what the index holds out of an address in small letters. */
    public PersonalTable mail(Field<byte[]> index, Function<String, byte[]> digest) {
        var keys = columns.keys;
        return with(new Keys(keys.persons, keys.accounts, and(keys.mails, new Mail(index, digest))));
    }

    /** The name of the one whom the id beside it means; the id has to be declared as well. */
    public PersonalTable named(Field<?> owner, Field<String> name) {
        return withNames(and(columns.names, new Name(owner, name)));
    }

    /** Names with no id beside them. */
    @SafeVarargs
    public final PersonalTable namedAlone(Field<String>... written) {
        var more = Stream.of(written).map(name -> new Name(null, name)).toArray(Name[]::new);
        return withNames(and(columns.names, more));
    }

    public PersonalTable when(Field<?> at) {
        return with(new Shown(at, columns.shown.words));
    }

    public PersonalTable saying(Field<?>... words) {
        return with(new Shown(columns.shown.at, and(columns.shown.words, words)));
    }

    public <T> PersonalTable clearing(Field<T> field, @Nullable T value) {
        var more = Stream.concat(columns.cleared.stream(), Stream.of(new Cleared<>(field, value)))
                .toList();
        return with(new Columns(columns.keys, columns.names, columns.shown, more, columns.secret));
    }

    public PersonalTable secret(Field<?>... hidden) {
        return with(
                new Columns(columns.keys, columns.names, columns.shown, columns.cleared, and(columns.secret, hidden)));
    }

    public PersonalTable unlisted() {
        return new PersonalTable(table, purpose, fate, columns, false);
    }

    /** "schema.table". */
    public String name() {
        var schema = table.getSchema();
        return schema == null ? table.getName() : schema.getName() + "." + table.getName();
    }

    private PersonalTable with(Keys keys) {
        return with(new Columns(keys, columns.names, columns.shown, columns.cleared, columns.secret));
    }

    private PersonalTable withNames(List<Name> names) {
        return with(new Columns(columns.keys, names, columns.shown, columns.cleared, columns.secret));
    }

    private PersonalTable with(Shown shown) {
        return with(new Columns(columns.keys, columns.names, shown, columns.cleared, columns.secret));
    }

    private PersonalTable with(Columns changed) {
        return new PersonalTable(table, purpose, fate, changed, listed);
    }

    @SafeVarargs
    private static <T> List<T> and(List<T> some, T... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
