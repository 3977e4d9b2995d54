package org.giaoban.access;

import java.util.EnumMap;
import java.util.Map;
import org.giaoban.kernel.UnitId;

/** Everything one viewer may do today, worked out once per request: by rights of their own, and with what is lent to them. */
record Rights(Map<Capability, Scope> own, Map<Capability, Scope> wide, boolean everything) {

    static final Rights ALL = new Rights(Map.of(), Map.of(), true);

    static final Rights NONE = new Rights(Map.of(), Map.of(), false);

    Rights {
        own = own.isEmpty() ? Map.of() : new EnumMap<>(own);
        wide = wide.isEmpty() ? Map.of() : new EnumMap<>(wide);
    }

    /** What is lent opens reading; whoever decides in another's place is asked for separately. */
    Scope scope(Capability capability) {
        return capability == Capability.REPORT_ACCEPT ? own(capability) : wide(capability);
    }

    Scope own(Capability capability) {
        return everything ? Scope.EVERYWHERE : own.getOrDefault(capability, Scope.NOWHERE);
    }

    Scope wide(Capability capability) {
        return everything ? Scope.EVERYWHERE : wide.getOrDefault(capability, Scope.NOWHERE);
    }

    boolean allow(Capability capability, UnitId unit) {
        return scope(capability).contains(unit);
    }

    /** The door opens also to whoever holds it in another's place; the use case asks for the unit. */
    boolean allowAnywhere(Capability capability) {
        return !wide(capability).empty();
    }
}
