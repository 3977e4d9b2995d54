package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.search.SearchWords;

/** A piece of text with the words that were looked for marked in it, however they were typed. */
public record Marked(List<Piece> pieces) {

    private static final int AROUND = 110;

    /** @param hit whether it was looked for */
    public record Piece(String text, boolean hit) {}

    static Marked plain(String text) {
        return new Marked(text.isEmpty() ? List.of() : List.of(new Piece(text, false)));
    }

    static Marked of(String text, SearchWords words) {
        var folded = VietnameseText.fold(text);
        if (folded.length() != text.length()) {
            return plain(text);
        }
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var at = 0; at < folded.length(); ) {
            var end = begins(folded, at) ? hit(folded, at, words) : at;
            if (end > at) {
                add(pieces, text.substring(from, at), false);
                add(pieces, text.substring(at, end), true);
                from = end;
                at = end;
            } else {
                at++;
            }
        }
        add(pieces, text.substring(from), false);
        return new Marked(pieces);
    }

    /** The lead where it has one of the words, otherwise the place in the text where the first of them stand together. */
    static Marked excerpt(String lead, Supplier<String> body, SearchWords words) {
        var here = first(VietnameseText.fold(lead), words) >= 0 ? lead : around(body.get(), words);
        return of(here.isEmpty() ? lead : here, words);
    }

    private static String around(String body, SearchWords words) {
        var folded = VietnameseText.fold(body);
        var at = folded.indexOf(String.join(" ", words.words()));
        var place = at >= 0 ? at : first(folded, words);
        if (place < 0 || folded.length() != body.length()) {
            return "";
        }
        var from = place <= AROUND ? 0 : body.indexOf(' ', place - AROUND) + 1;
        var until = place + AROUND >= body.length() ? body.length() : body.lastIndexOf(' ', place + AROUND);
        return (from > 0 ? "… " : "")
                + body.substring(from, Math.max(until, place))
                + (until < body.length() ? " …" : "");
    }

    private static int first(String folded, SearchWords words) {
        for (var at = 0; at < folded.length(); at++) {
            if (begins(folded, at) && hit(folded, at, words) > at) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** Where a whole word ends that was looked for, or where it begins when none does. */
    private static int hit(String folded, int at, SearchWords words) {
        for (var word : words.words()) {
            var end = at + word.length();
            if (folded.startsWith(word, at)
                    && (end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end)))) {
                return end;
            }
        }
        return at;
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
