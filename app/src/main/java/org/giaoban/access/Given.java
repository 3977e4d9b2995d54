package org.giaoban.access;

import org.giaoban.platform.Refused;

/** What a grant gives: one capability, or a role that bundles several. */
public sealed interface Given {

    String ROLE_PREFIX = "ROLE:";

    /** The form in files and form fields: {@code REPORT_ENTER} or {@code ROLE:office}. */
    String code();

    record OneCapability(Capability capability) implements Given {

        @Override
        public String code() {
            return capability.name();
        }
    }

    record WholeRole(String role) implements Given {

        @Override
        public String code() {
            return ROLE_PREFIX + role;
        }
    }

    static Given parse(String code) {
        if (code.startsWith(ROLE_PREFIX)) {
            return new WholeRole(code.substring(ROLE_PREFIX.length()));
        }
        for (var capability : Capability.values()) {
            if (capability.name().equals(code)) {
                return new OneCapability(capability);
            }
        }
        throw new Refused("access.grant.unknown", code);
    }
}
