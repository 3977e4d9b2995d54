package org.giaoban.platform;

/** A path of this server, however it came: where somebody is led after a page that stood between. Never another host. */
public final class LocalPath {

    private static final String PATH = "/[A-Za-z0-9][\\w.,;:@&=+$!*'()~%/?-]*";

    private LocalPath() {}

    public static String of(String wanted, String otherwise) {
        return wanted.matches(PATH) && !wanted.startsWith("/login") ? wanted : otherwise;
    }
}
