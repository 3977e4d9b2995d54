package org.giaoban.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Joins what two people made of one text, paragraph by paragraph. What only one of them changed is taken over; where both
 * changed one paragraph in the same place, both stay, one under the other. Nothing that was typed is lost.
 */
public final class TextMerge {

    /**
     * The joined text.
     *
     * @param met whether both changed the same place, so that somebody should read it again
     */
    public record Merged(String text, boolean met) {}

    private final List<String> base;
    private final boolean words;
    private final Deque<TextEdit> mine;
    private final Deque<TextEdit> theirs;
    private final List<String> joined = new ArrayList<>();
    private boolean met;

    private TextMerge(List<String> base, List<String> mine, List<String> theirs, boolean words) {
        this.base = base;
        this.mine = new ArrayDeque<>(TextEdit.between(base, mine));
        this.theirs = new ArrayDeque<>(TextEdit.between(base, theirs));
        this.words = words;
    }

    /** Lays {@code mine}, which was made of {@code base}, over {@code theirs}, which was made of it too. */
    public static Merged of(String base, String mine, String theirs) {
        var merge = new TextMerge(paragraphs(base), paragraphs(mine), paragraphs(theirs), false);
        merge.join();
        return new Merged(String.join("\n", merge.joined), merge.met);
    }

    /** The paragraphs of {@code after} that were not in {@code before}. */
    public static List<String> added(String before, String after) {
        return TextEdit.between(paragraphs(before), paragraphs(after)).stream()
                .flatMap(edit -> edit.lines().stream())
                .toList();
    }

    private static List<String> paragraphs(String text) {
        var clean = text.replace("\r\n", "\n").stripTrailing();
        return clean.isEmpty() ? List.of() : List.of(clean.split("\n", -1));
    }

    private void join() {
        var at = 0;
        while (!mine.isEmpty() || !theirs.isEmpty()) {
            at = step(at);
        }
        joined.addAll(base.subList(at, base.size()));
    }

    /** The next change of either, or of both where they meet. */
    private int step(int at) {
        var ours = mine.peek();
        var other = theirs.peek();
        if (ours == null) {
            return take(theirs, at);
        }
        if (other == null) {
            return take(mine, at);
        }
        if (ours.equals(other)) {
            mine.remove();
            return take(theirs, at);
        }
        if (ours.touches(other) || words && ours.sameGap(other)) {
            return meet(at);
        }
        return take(ours.before(other) ? mine : theirs, at);
    }

    private int take(Deque<TextEdit> side, int at) {
        var edit = side.remove();
        joined.addAll(base.subList(at, edit.start()));
        joined.addAll(edit.lines());
        return edit.end();
    }

    private int meet(int at) {
        var ours = mine.element();
        var other = theirs.element();
        var stretch = new TextEdit(Math.min(ours.start(), other.start()), Math.max(ours.end(), other.end()), List.of());
        for (var wider = widened(stretch); !wider.equals(stretch); wider = widened(stretch)) {
            stretch = wider;
        }
        joined.addAll(base.subList(at, stretch.start()));
        resolve(base.subList(stretch.start(), stretch.end()), version(mine, stretch), version(theirs, stretch));
        return stretch.end();
    }

    private TextEdit widened(TextEdit stretch) {
        var end = stretch.end();
        for (var side : List.of(mine, theirs)) {
            for (var edit : side) {
                end = edit.touches(stretch) ? Math.max(end, edit.end()) : end;
            }
        }
        return new TextEdit(stretch.start(), end, List.of());
    }

    /** What one side made of a stretch of the base. */
    private List<String> version(Deque<TextEdit> side, TextEdit stretch) {
        var lines = new ArrayList<String>();
        var from = stretch.start();
        for (var edit = side.peek();
                edit != null && (edit.touches(stretch) || edit.sameGap(stretch));
                edit = side.peek()) {
            side.remove();
            lines.addAll(base.subList(from, edit.start()));
            lines.addAll(edit.lines());
            from = edit.end();
        }
        lines.addAll(base.subList(from, stretch.end()));
        return lines;
    }

    private void resolve(List<String> was, List<String> ours, List<String> others) {
        if (ours.equals(others) || ours.isEmpty()) {
            joined.addAll(others);
        } else if (others.isEmpty()) {
            joined.addAll(ours);
        } else {
            insideOneParagraph(was, ours, others).ifPresentOrElse(joined::add, () -> {
                met = true;
                joined.addAll(others);
                ours.stream().filter(line -> !others.contains(line)).forEach(joined::add);
            });
        }
    }

    /** Both changed one paragraph, in different places of it: word by word it still joins. */
    private Optional<String> insideOneParagraph(List<String> was, List<String> ours, List<String> others) {
        if (words || was.size() != 1 || ours.size() != 1 || others.size() != 1) {
            return Optional.empty();
        }
        var merge = new TextMerge(split(was.getFirst()), split(ours.getFirst()), split(others.getFirst()), true);
        merge.join();
        return merge.met ? Optional.empty() : Optional.of(String.join("", merge.joined));
    }

    private static List<String> split(String paragraph) {
        return List.of(paragraph.split("(?<=\\s)|(?=\\s)"));
    }
}
