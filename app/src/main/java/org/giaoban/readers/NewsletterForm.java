package org.giaoban.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Where letters are to go and how often, as typed. */
record NewsletterForm(String address, String pace) {

    /** One address and nothing that could end a line of a mail's head. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}");

    private static final int LONGEST = 254;

    static final NewsletterForm EMPTY = new NewsletterForm("", Pace.WEEKLY.name());

    static NewsletterForm of(@Nullable String address, @Nullable String pace) {
        return new NewsletterForm(Typed.line(address), Typed.line(pace));
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            errors.put("address", Texts.text("readers.newsletter.address-wrong"));
        }
        return errors;
    }

    /** Whoever chose nothing gets fewer letters. */
    Pace chosen() {
        return pace.equals(Pace.DAILY.name()) ? Pace.DAILY : Pace.WEEKLY;
    }
}
