package org.giaoban.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.access.DelegationRepository.Lent;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.TokenLimits;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the viewer's rights from the grants of today and the tree of today, once per request. */
@Component
class RightsOfViewer {

    private final CurrentViewer viewer;
    private final GrantRepository grants;
    private final RightsMemory memory;
    private final Reaches reaches;
    private final Deputies deputies;
    private final Clock clock;

    RightsOfViewer(
            CurrentViewer viewer,
            GrantRepository grants,
            RightsMemory memory,
            Reaches reaches,
            Deputies deputies,
            Clock clock) {
        this.viewer = viewer;
        this.grants = grants;
        this.memory = memory;
        this.reaches = reaches;
        this.deputies = deputies;
        this.clock = clock;
    }

    Rights get() {
        return viewer.find().map(this::rights).orElse(Rights.NONE);
    }

    boolean nobodyOutside(Scope scope) {
        return grants.outside(scope, LocalDate.now(clock)).isEmpty();
    }

    private Rights rights(Viewer who) {
        if (who.system()) {
            return Rights.ALL;
        }
        return viewer.remembered(Rights.class).orElseGet(() -> {
            // While the rights are being read nothing is allowed: the reading itself asks for nothing.
            viewer.remember(Rights.class, Rights.NONE);
            var found = memory.of(who, LocalDate.now(clock), this::spread);
            viewer.remember(Rights.class, found);
            return found;
        });
    }

    /** A token may keep only some capabilities, or only some units. */
    private Rights spread(Viewer who, LocalDate today) {
        var token = who.token();
        Map<Capability, Set<Top>> tops = new EnumMap<>(Capability.class);
        for (var grant : grants.valid(who.account(), today)) {
            if (kept(grant.capability(), token)) {
                tops.computeIfAbsent(grant.capability(), capability -> new HashSet<>())
                        .add(new Top(grant.unit(), grant.reach()));
            }
        }
        var own = tops.isEmpty() ? Map.<Capability, Scope>of() : reaches.scopes(tops, limit(token), today);
        var lent = token == null ? deputies.lentTo(who.account(), today) : List.<Lent>of();
        if (lent.isEmpty()) {
            return tops.isEmpty() ? Rights.NONE : new Rights(own, own, false);
        }
        for (var capability : Deputies.LENDABLE) {
            var more = deputies.tops(capability, lent, today);
            if (!more.isEmpty()) {
                tops.computeIfAbsent(capability, any -> new HashSet<>()).addAll(more);
            }
        }
        return new Rights(own, reaches.scopes(tops, null, today), false);
    }

    private static boolean kept(Capability capability, @Nullable TokenLimits token) {
        return token == null
                || token.capabilities().isEmpty()
                || token.capabilities().contains(capability.name());
    }

    private static @Nullable UnitId limit(@Nullable TokenLimits token) {
        return token == null ? null : token.unit();
    }
}
