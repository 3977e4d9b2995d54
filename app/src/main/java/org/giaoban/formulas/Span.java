package org.giaoban.formulas;

/** A piece of a text. */
public record Span(int from, int until) {

    /** The text cut into what stands before, the piece itself, and what stands after; an empty piece shows as a gap. */
    public String[] cut(String text) {
        var start = Math.min(from, text.length());
        var end = Math.clamp(until, start, text.length());
        return new String[] {text.substring(0, start), text.substring(start, end), text.substring(end)};
    }
}
