package org.giaoban.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules say of one text: whether it is vague, where, and what is missing. */
public record Reading(String text, boolean vague, List<Mark> marks, Set<Missing> missing) {

    public Reading {
        marks = List.copyOf(marks);
    }

    /** A stretch of the text; marked ones have a sense. */
    public record Piece(String text, @Nullable Sense sense) {}

    /** The whole text cut at its marks. */
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        var done = 0;
        for (var mark : marks) {
            if (mark.from() > done) {
                pieces.add(new Piece(text.substring(done, mark.from()), null));
            }
            pieces.add(new Piece(text.substring(mark.from(), mark.to()), mark.sense()));
            done = mark.to();
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), null));
        }
        return pieces;
    }
}
