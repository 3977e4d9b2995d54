package org.giaoban.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What became of a text, word by word, in the order in which a reader meets it. */
public final class TextDifference {

    private static final Pattern WORD = Pattern.compile("\\n|[^\\s]+[^\\S\\n]*|[^\\S\\n]+");

    /** What happened to a piece. */
    public enum Kind {
        SAME,
        GONE,
        ADDED
    }

    /** Words that stand together and share what happened to them. */
    public record Piece(Kind kind, String text) {}

    private TextDifference() {}

    public static List<Piece> words(String before, String after) {
        var old = split(before);
        var pieces = new ArrayList<Piece>();
        var at = 0;
        for (var edit : TextEdit.between(old, split(after))) {
            add(pieces, Kind.SAME, old.subList(at, edit.start()));
            add(pieces, Kind.GONE, old.subList(edit.start(), edit.end()));
            add(pieces, Kind.ADDED, edit.lines());
            at = edit.end();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }
}
