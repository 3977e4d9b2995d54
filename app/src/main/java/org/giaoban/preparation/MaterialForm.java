package org.giaoban.preparation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A paper as typed; the four sets are whom a restricted one is for. */
record MaterialForm(
        @Nullable String title,
        @Nullable String reach,
        @Nullable String item,
        @Nullable Set<String> readers,
        @Nullable Set<String> posts,
        @Nullable Set<String> roles,
        @Nullable Set<String> units) {

    static final MaterialForm EMPTY = new MaterialForm(null, null, null, null, null, null, null);
    private static final String ID = "[0-9a-f-]{36}";

    static boolean chosen(@Nullable Set<String> some, String one) {
        return some != null && some.contains(one);
    }

    String titleValue() {
        return title == null ? "" : title.strip();
    }

    /** What nobody chose stays inside. */
    Reach reachValue() {
        return Stream.of(Reach.values())
                .filter(one -> one.name().equals(reach))
                .findFirst()
                .orElse(Reach.INTERNAL);
    }

    @Nullable
    UUID itemValue() {
        return item == null || !item.matches(ID) ? null : UUID.fromString(item);
    }

    Circle circle() {
        return new Circle(
                ids(readers).map(PersonId::new).collect(Collectors.toSet()),
                posts == null ? Set.of() : posts,
                roles == null ? Set.of() : roles,
                ids(units).map(UnitId::new).collect(Collectors.toSet()));
    }

    private static Stream<UUID> ids(@Nullable Set<String> some) {
        return some == null
                ? Stream.empty()
                : some.stream().filter(one -> one.matches(ID)).map(UUID::fromString);
    }

    Materials.Paper paper() {
        return new Materials.Paper(titleValue(), reachValue(), circle());
    }

    Map<String, String> errors(boolean file) {
        var errors = new LinkedHashMap<String, String>();
        if (titleValue().isEmpty() || titleValue().length() > 200) {
            errors.put("title", Texts.text("preparation.error.title"));
        }
        if (!file) {
            errors.put("file", Texts.text("preparation.error.file"));
        }
        if (reachValue() == Reach.RESTRICTED && circle().empty()) {
            errors.put("readers", Texts.text("preparation.error.readers"));
        }
        return errors;
    }
}
