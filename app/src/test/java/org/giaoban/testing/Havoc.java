package org.giaoban.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.files.Zips;

/**
 * Reads a fuzzer's bytes as a list of changes to a whole file, part by part, and packs it again: what comes out passes the checks of
 * the archive and reaches the parser behind it. The same bytes always make the same file.
 */
public final class Havoc {

    private static final int LARGEST = 1 << 20;
    private static final int MOST_CHANGES = 40;

    private static final List<String> WORDS = List.of(
            "<",
            ">",
            "/>",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&",
            "&amp;",
            "&#0;",
            "&#x10FFFF;",
            "&a;",
            "<!DOCTYPE a [<!ENTITY a 'a'>]>",
            "\"",
            "'",
            "=",
            "-1",
            "0",
            "999999999",
            "2147483648",
            "-9223372036854775808",
            "1E-999999999",
            "1e308",
            "NaN",
            "true",
            "#REF!",
            "\u0000",
            "\ufeff",
            "\ud7ff",
            "ắ",
            "xmlns:a='b'",
            "<?xml version='1.1' encoding='UTF-16'?>",
            "[",
            "]",
            "{",
            "{{",
            "}}",
            "{{?ten}}",
            "{{/ten}}",
            "{{@ten}}",
            "_x0000_",
            "$",
            "!",
            "..",
            "../",
            "\\",
            "%00",
            "\r\n",
            "\t",
            ";",
            ",",
            "\"\"",
            "<f>1/0</f>",
            "t='s'",
            "r='A1'");

    private final byte[] program;
    private int at;

    private Havoc(byte[] program) {
        this.program = program;
    }

    /** One of the archives, with parts changed, taken out, doubled, renamed or exchanged. */
    public static byte[] archive(byte[] program, List<Map<String, byte[]>> seeds) {
        return new Havoc(program).archive(seeds);
    }

    /** One of the files, changed. */
    public static byte[] file(byte[] program, List<byte[]> seeds) {
        var havoc = new Havoc(program);
        var bytes = seeds.get(havoc.next(seeds.size()));
        for (var changes = 0; havoc.more(changes); changes++) {
            bytes = havoc.changed(bytes, seeds.get(havoc.next(seeds.size())));
        }
        return bytes;
    }

    private byte[] archive(List<Map<String, byte[]>> seeds) {
        var parts = new LinkedHashMap<>(seeds.get(next(seeds.size())));
        for (var changes = 0; more(changes); changes++) {
            var names = new ArrayList<>(parts.keySet());
            if (names.isEmpty()) {
                break;
            }
            var name = names.get(next(names.size()));
            var other = names.get(next(names.size()));
            switch (next(16)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name + next(10), parts.get(name));
                case 2 -> parts.put(name, parts.get(other));
                case 3 -> parts.put(WORDS.get(next(WORDS.size())), parts.remove(name));
                default -> parts.put(name, changed(parts.get(name), parts.get(other)));
            }
        }
        var zip = Zips.of(parts);
        // The last choice is made when the bytes may be used up: then the first of all.
        return next(8) == 7 ? changed(zip, zip) : zip;
    }

    private byte[] changed(byte[] bytes, byte[] other) {
        if (bytes.length == 0) {
            return word();
        }
        var from = next(bytes.length);
        var to = Math.min(bytes.length, from + 1 + next(next(4) == 0 ? 4_000 : 40));
        return switch (next(8)) {
            case 0 -> joined(bytes, 0, from, new byte[] {(byte) next(256)}, from + 1);
            case 1 -> joined(bytes, 0, from, word(), from);
            case 2 -> joined(bytes, 0, from, new byte[0], to);
            case 3 -> joined(bytes, 0, from, repeated(bytes, from, to), to);
            case 4 -> java.util.Arrays.copyOf(bytes, from);
            case 5 -> joined(bytes, 0, from, slice(other), from);
            case 6 -> joined(bytes, 0, from, slice(other), to);
            default -> number(bytes, from);
        };
    }

    /** Another number in the place of the next one. */
    private byte[] number(byte[] bytes, int from) {
        var begin = from;
        while (begin < bytes.length && !Character.isDigit(bytes[begin])) {
            begin++;
        }
        var end = begin;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        var numbers = List.of(
                "0", "-1", "1", "255", "65536", "2147483647", "2147483648", "99999999999999999999", "1e9", "0x1", "");
        return joined(bytes, 0, begin, numbers.get(next(numbers.size())).getBytes(StandardCharsets.UTF_8), end);
    }

    private byte[] repeated(byte[] bytes, int from, int to) {
        var out = new ByteArrayOutputStream();
        for (var times = 1 << next(11); times >= 0 && out.size() < LARGEST / 4; times--) {
            out.write(bytes, from, to - from);
        }
        return out.toByteArray();
    }

    private byte[] slice(byte[] other) {
        if (other.length == 0) {
            return other;
        }
        var from = next(other.length);
        return java.util.Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + next(400)));
    }

    private byte[] word() {
        return WORDS.get(next(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int begin, int until, byte[] between, int from) {
        var out = new ByteArrayOutputStream(bytes.length + between.length);
        out.write(bytes, begin, until - begin);
        out.writeBytes(between);
        if (from < bytes.length) {
            out.write(bytes, from, bytes.length - from);
        }
        return out.size() > LARGEST ? bytes : out.toByteArray();
    }

    private boolean more(int changes) {
        return at < program.length && changes < MOST_CHANGES;
    }

    /** The next choice below a bound; the first of all once the bytes are used up. */
    private int next(int bound) {
        var choice = 0;
        for (var reach = 1L; reach < bound; reach <<= 8) {
            choice = choice << 8 | (at < program.length ? program[at++] & 0xFF : 0);
        }
        return Math.floorMod(choice, bound);
    }
}
