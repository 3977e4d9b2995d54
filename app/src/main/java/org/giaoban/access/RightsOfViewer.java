package org.giaoban.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.TokenLimits;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works out the viewer's rights from the grants of today and the tree of today, once per request. */
@Component
class RightsOfViewer {

    private final CurrentViewer viewer;
    private final GrantRepository grants;
    private final ObjectProvider<UnitTree> tree;
    private final Clock clock;

    /** The tree comes late because the module that implements it stands above this one. */
    RightsOfViewer(CurrentViewer viewer, GrantRepository grants, ObjectProvider<UnitTree> tree, Clock clock) {
        this.viewer = viewer;
        this.grants = grants;
        this.tree = tree;
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
            var found = narrowed(spread(grants.valid(who.account(), LocalDate.now(clock))), who.token());
            viewer.remember(Rights.class, found);
            return found;
        });
    }

    private Rights narrowed(Rights rights, @Nullable TokenLimits token) {
        if (token == null) {
            return rights;
        }
        var unit = token.unit();
        return rights.within(
                token.capabilities(), unit == null ? null : tree.getObject().subtree(unit, LocalDate.now(clock)));
    }

    private Rights spread(List<GrantRepository.Valid> valid) {
        Map<Capability, Set<UnitId>> units = new EnumMap<>(Capability.class);
        Map<UnitId, Set<UnitId>> below = new HashMap<>();
        for (var grant : valid) {
            var today = LocalDate.now(clock);
            var reached = grant.reach() == Reach.UNIT
                    ? tree.getObject().withPredecessors(grant.unit(), today)
                    : below.computeIfAbsent(
                            grant.unit(), top -> tree.getObject().subtree(top, today));
            units.computeIfAbsent(grant.capability(), capability -> new HashSet<>())
                    .addAll(reached);
        }
        Map<Capability, Scope> scopes = new EnumMap<>(Capability.class);
        units.forEach((capability, reached) -> scopes.put(capability, new Scope(reached, false)));
        return new Rights(scopes, false);
    }
}
