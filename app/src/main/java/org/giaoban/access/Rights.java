package org.giaoban.access;

import java.util.EnumMap;
import java.util.Map;
import org.giaoban.kernel.UnitId;

/** Everything one viewer may do today, worked out once per request. */
record Rights(Map<Capability, Scope> scopes, boolean everything) {

    static final Rights ALL = new Rights(Map.of(), true);

    static final Rights NONE = new Rights(Map.of(), false);

    Rights {
        scopes = scopes.isEmpty() ? Map.of() : new EnumMap<>(scopes);
    }

    Scope scope(Capability capability) {
        return everything ? Scope.EVERYWHERE : scopes.getOrDefault(capability, Scope.NOWHERE);
    }

    boolean allow(Capability capability, UnitId unit) {
        return scope(capability).contains(unit);
    }

    boolean allowAnywhere(Capability capability) {
        return !scope(capability).empty();
    }
}
