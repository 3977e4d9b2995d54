package org.giaoban.notification;

import java.util.List;
import java.util.Locale;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;

/** The words of a stored text key. */
final class Sentence {

    private Sentence() {}

    static String of(String textKey, List<String> args) {
        return of(LocaleContextHolder.getLocale(), textKey, args);
    }

    /** A later release may have dropped the key; its old notices still say what they were about. */
    static String of(Locale locale, String textKey, List<String> args) {
        var shown = args.stream().map(arg -> Notice.shown(arg, locale)).toArray();
        return Texts.has(textKey)
                ? Texts.text(locale, textKey, shown)
                : Texts.text(locale, "notification.dropped", String.join(", ", args));
    }
}
