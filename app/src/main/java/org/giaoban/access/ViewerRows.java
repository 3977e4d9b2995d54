package org.giaoban.access;

import java.util.EnumSet;
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

    /** Capabilities that stand behind a fence of their own: each is a setting {@code app.<capability>}, ended by what it holds. */
    private static final Set<Capability> FENCED = EnumSet.of(
            Capability.PEOPLE_READ,
            Capability.PEOPLE_EDIT,
            Capability.MEMBER_READ,
            Capability.MEMBER_EDIT,
            Capability.PERSONAL_DATA);

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
        for (var capability : FENCED) {
            tell(settings, "app." + capability.name().toLowerCase(Locale.ROOT), held.scope(capability));
        }
        viewer.remember(Told.class, new Told(held, settings));
        return settings;
    }

    private static void tell(Map<String, String> settings, String name, Scope scope) {
        switch (scope.extent()) {
            case Scope.Extent.WholeTree all -> settings.put(name + "_all", "on");
            case Scope.Extent.Everywhere all -> throw new IllegalStateException("only the system is everywhere");
            default -> {
                if (!scope.empty()) {
                    settings.put(name, list(scope.units()));
                }
            }
        }
    }

    private static String list(Set<UnitId> units) {
        return units.stream().map(unit -> unit.value().toString()).collect(Collectors.joining(",", "{", "}"));
    }
}
