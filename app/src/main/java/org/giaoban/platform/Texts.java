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
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts on screen, by key, in the viewer's language. The files are {@code texts/<module>_<language>.properties}. */
public final class Texts {

    /** The product's first language; its texts are the fallback of the others. */
    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final Map<String, String> IN_VIETNAMESE = read("vi");
    private static final Map<String, String> IN_ENGLISH = read("en");
    private static final Map<Said, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    /** A text in a language; there are as many as the files have lines. */
    private record Said(String text, Locale in) {}

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
        return plain(pattern) ? pattern : format(pattern, locale).format(args);
    }

    /** Most texts hold nothing that a format would change. */
    private static boolean plain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    /** A format is for one thread; to copy one that was read costs less than to read it again. */
    private static MessageFormat format(String pattern, Locale locale) {
        var language = english(locale) ? Locale.ENGLISH : VIETNAMESE;
        var read =
                FORMATS.computeIfAbsent(new Said(pattern, language), said -> new MessageFormat(said.text(), said.in()));
        return (MessageFormat) read.clone();
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
        return english(LocaleContextHolder.getLocale()) ? "en" : "vi";
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static Map<String, String> texts(Locale locale) {
        return english(locale) ? IN_ENGLISH : IN_VIETNAMESE;
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
