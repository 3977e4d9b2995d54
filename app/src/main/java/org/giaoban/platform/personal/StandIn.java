package org.giaoban.platform.personal;

import java.util.Locale;

/**
 * What stands where an erased person stood.
 *
 * @param mark eight letters and digits, made by chance: it says nothing of whom it hides
 * @param name what the person is called from now on
 */
public record StandIn(String mark, String name) {

    /** In place of the code of a person. */
    public String code() {
        return "X-" + mark.toUpperCase(Locale.ROOT);
    }

    /** In place of a name to log in with. */
    public String login() {
        return "x-" + mark.toLowerCase(Locale.ROOT);
    }
}
