package org.giaoban.platform;

import org.jspecify.annotations.Nullable;

/** The groups of the side navigation, in their order. */
public enum NavGroup {
    DESK(null),
    CYCLE("platform.nav.cycle"),
    ORGANIZATION("platform.nav.organization"),
    PEOPLE("platform.nav.people"),
    SYSTEM("platform.nav.system");

    private final @Nullable String textKey;

    NavGroup(@Nullable String textKey) {
        this.textKey = textKey;
    }

    public @Nullable String textKey() {
        return textKey;
    }
}
