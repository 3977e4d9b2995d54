package org.giaoban.pageimport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/** The letters of a file, whatever it was written in: what a page says of its own encoding is asked last. */
record PageText(String text, Writing writing, boolean damaged) {

    /** How the letters were written. */
    enum Writing {
        UTF_8,
        UTF_16,
        WINDOWS_1258,
        TCVN3,
        VNI,
        TWICE_UTF_8,
        UNKNOWN
    }

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int PROBE = 20_000;
    private static final int MARGIN = 3;
    // Words that every Vietnamese text of some length has, none of which survives a wrong reading.
    private static final Pattern COMMON = Pattern.compile(
            "(?<![\\p{L}])(của|và|các|được|trong|tại|với|đã|hội|nghị|huyện|đảng|ủy|uỷ|công|tổ|chức|những|một|đồng|chí|thực|hiện"
                    + "|nhiệm|vụ|xã|cán|bộ|đến|người|việc|để|là|có)(?![\\p{L}])");
    private static final Pattern WRONG = Pattern.compile("\uFFFD|[\\p{L}][µ¸¶·¹¨»¾¼½©®«¬¡-§]|Ã[ -¿]|á»|áº");

    private record Reading(String text, Writing writing) {}

    static PageText of(byte[] bytes) {
        var marked = marked(bytes);
        if (marked.isPresent()) {
            return finished(marked.get());
        }
        var strict = strict(bytes);
        var best = strict.map(PageText::ofUnicode).orElseGet(() -> ofBytes(bytes));
        return finished(best);
    }

    private static PageText finished(Reading reading) {
        var text = VietnameseText.nfc(reading.text().replace("\uFEFF", "").replace("\u0000", ""));
        return new PageText(text, reading.writing(), text.indexOf('\uFFFD') >= 0);
    }

    private static Optional<Reading> marked(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(new Reading(new String(bytes, StandardCharsets.UTF_16), Writing.UTF_16));
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(new Reading(new String(bytes, StandardCharsets.UTF_16), Writing.UTF_16));
        }
        return Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Proper Unicode may still hold letters of an old typeface, or have been encoded a second time. */
    private static Reading ofUnicode(String text) {
        var readings = new ArrayList<Reading>();
        readings.add(new Reading(text, Writing.UTF_8));
        readings.add(new Reading(LegacyLetters.fromTcvn3(text), Writing.TCVN3));
        readings.add(new Reading(LegacyLetters.fromVni(text), Writing.VNI));
        western(text)
                .flatMap(PageText::strict)
                .ifPresent(twice -> readings.add(new Reading(twice, Writing.TWICE_UTF_8)));
        return best(readings);
    }

    /** The bytes a Western reader took for these letters; empty when it could not have. */
    private static Optional<byte[]> western(String text) {
        var bytes = new byte[text.length()];
        var encoder = WESTERN.newEncoder();
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter < 0x80) {
                bytes[i] = (byte) letter;
            } else if (encoder.canEncode(letter)) {
                bytes[i] = String.valueOf(letter).getBytes(WESTERN)[0];
            } else if (letter < 0x100) {
                bytes[i] = (byte) letter;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    private static Reading ofBytes(byte[] bytes) {
        var western = new String(bytes, WESTERN);
        var readings = new ArrayList<Reading>();
        readings.add(new Reading(new String(bytes, StandardCharsets.UTF_8), Writing.UTF_8));
        if (Charset.isSupported("windows-1258")) {
            readings.add(new Reading(
                    VietnameseText.nfc(new String(bytes, Charset.forName("windows-1258"))), Writing.WINDOWS_1258));
        }
        readings.add(
                new Reading(LegacyLetters.fromTcvn3(new String(bytes, StandardCharsets.ISO_8859_1)), Writing.TCVN3));
        readings.add(new Reading(LegacyLetters.fromVni(western), Writing.VNI));
        readings.add(new Reading(western, Writing.UNKNOWN));
        return best(readings);
    }

    /** The one that reads most like Vietnamese; the first of equals. */
    private static Reading best(List<Reading> readings) {
        var best = readings.getFirst();
        var most = likeness(best.text());
        for (var each : readings) {
            var likeness = likeness(each.text());
            if (likeness > most + MARGIN) {
                best = each;
                most = likeness;
            }
        }
        return best;
    }

    private static long likeness(String text) {
        var plain = VietnameseText.nfc(prose(text)).toLowerCase(Locale.ROOT);
        return COMMON.matcher(plain).results().count() * 2
                - WRONG.matcher(plain).results().count();
    }

    /** Long pages begin with scripts; the letters are asked where there are letters of the text. */
    private static String prose(String text) {
        if (text.length() <= 2 * PROBE) {
            return text;
        }
        var middle = text.length() / 2;
        return text.substring(0, PROBE) + text.substring(middle, middle + PROBE);
    }
}
