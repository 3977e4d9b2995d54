package org.giaoban.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.RowContext;
import org.springframework.stereotype.Component;

/** The viewer's units as the database's row-level security reads them. */
@Component
class ViewerRows implements RowContext {

    /** Capabilities that stand behind a fence of their own: each is a setting {@code app.<capability>}. */
    private static final Set<Capability> FENCED = EnumSet.of(Capability.PEOPLE_READ, Capability.PEOPLE_EDIT);

    private final CurrentViewer viewer;
    private final RightsOfViewer rights;

    private record Told(Rights held, Map<String, String> settings) {}

    ViewerRows(CurrentViewer viewer, RightsOfViewer rights) {
        this.viewer = viewer;
        this.rights = rights;
    }

    @Override
    public void prepare() {
        rights.get();
    }

    @Override
    public Map<String, String> settings() {
        var who = viewer.find();
        if (who.isEmpty()) {
            return Map.of();
        }
        var settings = new LinkedHashMap<String, String>();
        settings.put("app.account", who.get().account().value().toString());
        if (who.get().system()) {
            settings.put("app.everywhere", "on");
            return settings;
        }
        return settings(settings, rights.get());
    }

    /** Told to every transaction of a request, so written out once. */
    private Map<String, String> settings(Map<String, String> settings, Rights held) {
        var told = viewer.remembered(Told.class);
        if (told.isPresent() && told.get().held() == held) {
            return told.get().settings();
        }
        settings.put("app.units", list(all(held)));
        for (var capability : FENCED) {
            var units = held.scope(capability).units();
            if (!units.isEmpty()) {
                settings.put("app." + capability.name().toLowerCase(Locale.ROOT), list(units));
            }
        }
        viewer.remember(Told.class, new Told(held, settings));
        return settings;
    }

    private static Set<UnitId> all(Rights held) {
        var all = new HashSet<UnitId>();
        held.scopes().values().forEach(scope -> all.addAll(scope.units()));
        return all;
    }

    private static String list(Set<UnitId> units) {
        return units.stream().map(unit -> unit.value().toString()).collect(Collectors.joining(",", "{", "}"));
    }
}
