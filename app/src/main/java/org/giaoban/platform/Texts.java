package org.giaoban.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts on screen, by key, in the viewer's language. The files are {@code texts/<module>_<language>.properties}. */
public final class Texts {

    /** The product's first language; its texts are the fallback of the others. */
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final Map<String, String> IN_VIETNAMESE = read("vi");
    private static final Map<String, String> IN_ENGLISH = read("en");

    private Texts() {}

    /** The text of a key with {@link MessageFormat} arguments; numbers and dates are formatted by the caller. */
    public static String text(String key, Object... args) {
        return text(LocaleContextHolder.getLocale(), key, args);
    }

    /** As {@link #text(String, Object...)} in a given language. Fails on an unknown key. */
    public static String text(Locale locale, String key, Object... args) {
        var pattern = texts(locale).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for key " + key);
        }
        return new MessageFormat(pattern, locale).format(args);
    }

    public static boolean has(String key) {
        return texts(VIETNAMESE).containsKey(key);
    }

    /** Keys that begin so, without that beginning. */
    public static List<String> endings(String beginning) {
        return texts(VIETNAMESE).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .sorted()
                .toList();
    }

    /** "vi" or "en": the language of the current request. */
    public static String language() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "vi";
    }

    private static Map<String, String> texts(Locale locale) {
        return locale.getLanguage().equals("en") ? IN_ENGLISH : IN_VIETNAMESE;
    }

    private static Map<String, String> read(String language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> all.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
