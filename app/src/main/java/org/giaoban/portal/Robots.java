package org.giaoban.portal;

import java.util.regex.Pattern;

/** Tells programs from people's browsers, as far as they say what they are. */
public final class Robots {

    private static final Pattern MACHINE = Pattern.compile(
            "bot|crawl|spider|slurp|preview|scan|monitor|fetch|archiv|headless|curl|wget|python|java/|okhttp|go-http",
            Pattern.CASE_INSENSITIVE);

    private Robots() {}

    public static boolean named(String browser) {
        return browser.isBlank() || MACHINE.matcher(browser).find();
    }
}
