package org.giaoban.notification;

import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news for one person.
 *
 * @param textKey the sentence to show, in the reader's language
 * @param args what stands in the sentence, ready to show; a {@link #period} in the reader's language
 * @param href the page it is about
 * @param unit the unit it is about, if any
 * @param onceKey names the news: whoever got it once does not get it again
 */
public record Notice(
        Recipient to,
        String textKey,
        List<String> args,
        String href,
        @Nullable UnitId unit,
        String onceKey) {

    private static final String PERIOD = "period:";

    /** A period as an argument: it is called what the reader calls it. */
    public static String period(Period period) {
        return PERIOD + period.code();
    }

    static String shown(String arg, Locale locale) {
        if (!arg.startsWith(PERIOD)) {
            return arg;
        }
        try {
            return Period.parse(arg.substring(PERIOD.length())).label(locale);
        } catch (IllegalArgumentException words) {
            return arg;
        }
    }

    public static Notice to(
            AccountId account, String textKey, List<String> args, String href, @Nullable UnitId unit, String onceKey) {
        return new Notice(new Recipient.Account(account), textKey, args, href, unit, onceKey);
    }

    /** News for a person; without an account there is nobody to read it, and it is not kept. */
    public static Notice to(
            PersonId person, String textKey, List<String> args, String href, @Nullable UnitId unit, String onceKey) {
        return new Notice(new Recipient.Person(person), textKey, args, href, unit, onceKey);
    }
}
