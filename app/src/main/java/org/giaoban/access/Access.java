package org.giaoban.access;

import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** The question every use case asks at its door: may the viewer do this, in this unit? */
@Component
public class Access {

    private final RightsOfViewer rights;

    Access(RightsOfViewer rights) {
        this.rights = rights;
    }

    /** Absent and forbidden look the same from outside. */
    public void require(Capability capability, UnitId unit) {
        if (!allows(capability, unit)) {
            throw new NotFound(unit);
        }
    }

    public boolean allows(Capability capability, UnitId unit) {
        return rights.get().allow(capability, unit);
    }

    public boolean allowsAnywhere(Capability capability) {
        return rights.get().allowAnywhere(capability);
    }

    /** Whether nobody holds anything outside the units in which the viewer holds this: the whole installation is theirs. */
    public boolean reachesEverybody(Capability capability) {
        var scope = scope(capability);
        return scope.everywhere() || !scope.empty() && rights.nobodyOutside(scope);
    }

    public Scope scope(Capability capability) {
        return rights.get().scope(capability);
    }

    /** What the viewer holds by rights of their own and so may give: nothing that is lent. */
    Scope own(Capability capability) {
        return rights.get().own(capability);
    }

    /** Where the viewer decides on returns, by a right of their own or in another's place. */
    public Scope decidable() {
        return rights.get().wide(Capability.REPORT_ACCEPT);
    }
}
