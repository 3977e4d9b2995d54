package org.giaoban.platform;

import org.jspecify.annotations.Nullable;

/**
 * Whether what runs on this thread answers a visitor who reads: the database is then asked as a role that cannot read what is
 * not public, whatever the code asks for.
 */
public final class PublicSide {

    private static final ThreadLocal<@Nullable Boolean> VISITED = new ThreadLocal<>();

    private PublicSide() {}

    public static void enter() {
        VISITED.set(true);
    }

    public static void leave() {
        VISITED.remove();
    }

    public static boolean entered() {
        return VISITED.get() != null;
    }
}
