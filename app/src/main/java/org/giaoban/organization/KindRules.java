package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of units there are on a day and what may stand under what: data of the profile, never code. */
public record KindRules(LocalDate day, Map<String, UnitKind> kinds, Set<Below> allowed) {

    /** Units of the kind may stand under units of the other. */
    public record Below(String kind, String parentKind) {}

    /** Whether units of the kind may be founded on that day. */
    public boolean inForce(String kind) {
        var known = kinds.get(kind);
        return known != null && known.valid().contains(day);
    }

    public boolean fits(String kind, String parentKind) {
        return allowed.contains(new Below(kind, parentKind));
    }

    public boolean standsAlone(String kind) {
        var known = kinds.get(kind);
        return known != null && known.standsAlone();
    }

    /** The kinds that may stand there on that day, the most senior first; at the top when there is no parent. */
    public List<UnitKind> under(@Nullable String parentKind) {
        return kinds.values().stream()
                .filter(kind -> inForce(kind.code()))
                .filter(kind -> parentKind == null ? kind.standsAlone() : fits(kind.code(), parentKind))
                .sorted(Comparator.comparing(UnitKind::rank).thenComparing(UnitKind::code))
                .toList();
    }

    /** The kind's name, or its code where the profile no longer knows it. */
    public String name(String kind) {
        var known = kinds.get(kind);
        return known == null ? kind : known.name();
    }
}
