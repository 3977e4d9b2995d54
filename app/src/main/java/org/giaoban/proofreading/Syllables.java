package org.giaoban.proofreading;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/** The syllables Vietnamese has: which beginning goes with which rhyme, how both are written, which tones a stop allows. */
final class Syllables {

    static final Syllables NONE = new Syllables(Map.of());

    private static final String NOTHING = "-";
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern STOP = Pattern.compile(".*[^n](?:c|ch|p|t)");
    private static final List<String> ONSETS = List.of(
            "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu", "b", "c", "d", "đ", "g", "h", "k", "l",
            "m", "n", "r", "s", "t", "v", "x", "");
    private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
    private static final List<String> TONES = List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323");

    private final Map<String, Set<String>> onsetsOf;

    private Syllables(Map<String, Set<String>> onsetsOf) {
        this.onsetsOf = Map.copyOf(onsetsOf);
    }

    static Syllables of(List<Map<String, String>> rows) {
        var onsets = new HashMap<String, Set<String>>();
        for (var row : rows) {
            var rhyme = Objects.requireNonNull(row.get("rhyme"));
            onsets.put(rhyme, Set.of(Objects.requireNonNull(row.get("onsets")).split(" ")));
        }
        return new Syllables(onsets);
    }

    /** Whether a word without digits is a syllable of the language, wherever its tone is written. */
    boolean has(String word) {
        if (onsetsOf.isEmpty()) {
            return true;
        }
        var bare = VietnameseText.detone(word);
        var marks = TONE.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .results()
                .toList();
        if (marks.size() > 1) {
            return false;
        }
        var tone = marks.isEmpty() ? "" : marks.getFirst().group();
        return ONSETS.stream().filter(bare::startsWith).anyMatch(onset -> splits(bare, onset, tone));
    }

    private boolean splits(String bare, String onset, String tone) {
        var rest = bare.substring(onset.length());
        if (onset.equals("gi") && (rest.isEmpty() || rest.equals("n"))) {
            return true;
        }
        var rhyme = onset.isEmpty() && rest.startsWith("yê") ? "i" + rest.substring(1) : rest;
        var known = onsetsOf.get(rhyme);
        return known != null
                && known.contains(sound(onset))
                && spelt(onset, rest)
                && (!STOP.matcher(rhyme).matches() || tone.equals("\u0301") || tone.equals("\u0323"));
    }

    private static String sound(String onset) {
        return switch (onset) {
            case "k" -> "c";
            case "gh" -> "g";
            case "ngh" -> "ng";
            case "" -> NOTHING;
            default -> onset;
        };
    }

    /** k, gh and ngh stand before e, ê, i and y; c, g and ng before the other letters. */
    private static boolean spelt(String onset, String rest) {
        var front = rest.startsWith("e") || rest.startsWith("ê") || rest.startsWith("i") || rest.startsWith("y");
        return switch (onset) {
            case "k", "gh", "ngh" -> front;
            case "c", "g", "ng" -> !front;
            case "" -> !rest.startsWith("iê");
            default -> true;
        };
    }

    /** Syllables one slip away: a tone, a mark, a letter too many, missing, wrong or in the wrong place. */
    Collection<String> near(String word) {
        var near = new LinkedHashSet<String>();
        var apart = VietnameseText.nfc(word);
        var bare = VietnameseText.detone(apart);
        var tone = TONE.matcher(Normalizer.normalize(apart, Normalizer.Form.NFD));
        var own = tone.find() ? tone.group() : "";
        for (var other : TONES) {
            add(near, bare, other);
        }
        for (var changed : slips(bare)) {
            add(near, changed, own);
        }
        near.remove(apart);
        return near;
    }

    private void add(Set<String> near, String bare, String tone) {
        var written = Tones.put(bare, tone);
        if (!bare.isEmpty() && has(written)) {
            near.add(written);
        }
    }

    private static Set<String> slips(String bare) {
        var slips = new LinkedHashSet<String>();
        for (var at = 0; at <= bare.length(); at++) {
            var head = bare.substring(0, at);
            var tail = bare.substring(at);
            if (!tail.isEmpty()) {
                slips.add(head + tail.substring(1));
            }
            if (tail.length() > 1) {
                slips.add(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
            for (var letter : LETTERS.toCharArray()) {
                slips.add(head + letter + tail);
                if (!tail.isEmpty()) {
                    slips.add(head + letter + tail.substring(1));
                }
            }
        }
        return slips;
    }
}
