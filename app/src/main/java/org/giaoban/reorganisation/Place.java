package org.giaoban.reorganisation;

import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Difference.What;
import org.jspecify.annotations.Nullable;

/** A unit as it stands in a tree; units are named by their codes, so that new ones can be named too. */
record Place(
        UnitId id,
        String code,
        String name,
        String shortName,
        String kind,
        @Nullable String parent) {

    Place named(String other, String shorter) {
        return new Place(id, code, other, shorter, kind, parent);
    }

    Place kind(String other) {
        return new Place(id, code, name, shortName, other, parent);
    }

    Place under(@Nullable String other) {
        return new Place(id, code, name, shortName, kind, other);
    }

    /** What is different about a unit that stands in both trees. */
    java.util.Set<What> differs(Place after) {
        var what = java.util.EnumSet.noneOf(What.class);
        if (!name.equals(after.name) || !shortName.equals(after.shortName)) {
            what.add(What.RENAMED);
        }
        if (!Objects.equals(parent, after.parent)) {
            what.add(What.MOVED);
        }
        if (!kind.equals(after.kind)) {
            what.add(What.CHANGED_KIND);
        }
        return what;
    }
}
