package org.giaoban.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A page as bytes, once as it is and once packed; numbers that run on are filled in anew, at most once a second. */
final class Page {

    private static final long AT_MOST = Duration.ofSeconds(1).toNanos();
    private static final int BESIDES = 1000;

    private final Object era;
    private final Facts facts;
    private final Holes holes;
    private final String etag;
    private volatile Filled filled;

    /** All but the text. */
    record Facts(
            List<Header> headers, Locale locale, @Nullable UUID about) {}

    record Header(String name, String value) {}

    /** The bytes with the numbers of one moment. */
    record Filled(List<String> numbers, byte[] plain, byte[] packed, long at) {}

    private Page(Object era, Facts facts, Holes holes, Filled filled, String etag) {
        this.era = era;
        this.facts = facts;
        this.holes = holes;
        this.filled = filled;
        this.etag = etag;
    }

    static Page of(Object era, Facts facts, byte[] body, Function<Holes.Hole, String> numbers) {
        var holes = Holes.of(new String(body, StandardCharsets.UTF_8));
        return new Page(era, facts, holes, fill(facts, holes, numbers), etag(body));
    }

    Object era() {
        return era;
    }

    Facts facts() {
        return facts;
    }

    /** Weak: it stays the same while only numbers run on. */
    String etag() {
        return etag;
    }

    int weight() {
        return filled.plain().length + filled.packed().length + BESIDES;
    }

    Filled filled(Function<Holes.Hole, String> numbers) {
        var last = filled;
        if (holes.none() || System.nanoTime() - last.at() < AT_MOST) {
            return last;
        }
        var now = spoken(facts, () -> holes.numbers(numbers));
        last = now.equals(last.numbers())
                ? new Filled(now, last.plain(), last.packed(), System.nanoTime())
                : packed(holes, now);
        filled = last;
        return last;
    }

    private static Filled fill(Facts facts, Holes holes, Function<Holes.Hole, String> numbers) {
        return packed(holes, spoken(facts, () -> holes.numbers(numbers)));
    }

    private static List<String> spoken(Facts facts, Supplier<List<String>> numbers) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(facts.locale());
        try {
            return numbers.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private static Filled packed(Holes holes, List<String> numbers) {
        var plain = holes.filled(numbers).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Filled(numbers, plain, out.toByteArray(), System.nanoTime());
    }

    private static String etag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
