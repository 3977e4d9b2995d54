package org.giaoban.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines {@code start} to {@code end} of a text became these. */
record TextEdit(int start, int end, List<String> lines) {

    private static final int MOST_CELLS = 4_000_000;

    /** Whether both change some line, or one writes into the middle of what the other changes. */
    boolean touches(TextEdit other) {
        return start < other.end && other.start < end;
    }

    boolean sameGap(TextEdit other) {
        return start == end && other.start == start && other.end == end;
    }

    /** Of two that do not touch: the one further up; of two at one place, the insertion. */
    boolean before(TextEdit other) {
        return start < other.start || start == other.start && end < other.end;
    }

    /** The changes that lead from one text to the other, from top to bottom. */
    static List<TextEdit> between(List<String> base, List<String> other) {
        var most = Math.min(base.size(), other.size());
        var head = 0;
        while (head < most && base.get(head).equals(other.get(head))) {
            head++;
        }
        var tail = 0;
        while (tail < most - head && base.get(base.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return inside(base.subList(head, base.size() - tail), other.subList(head, other.size() - tail), head);
    }

    private static List<TextEdit> inside(List<String> base, List<String> other, int offset) {
        if (base.isEmpty() && other.isEmpty()) {
            return List.of();
        }
        if (base.isEmpty() || other.isEmpty() || (long) base.size() * other.size() > MOST_CELLS) {
            return List.of(new TextEdit(offset, offset + base.size(), List.copyOf(other)));
        }
        var edits = new ArrayList<TextEdit>();
        var same = same(base, other);
        var start = 0;
        var taken = 0;
        for (var i = 0; i <= base.size(); i++) {
            if (i < base.size() && same[i] < 0) {
                continue;
            }
            var upTo = i < base.size() ? same[i] : other.size();
            if (i > start || upTo > taken) {
                edits.add(new TextEdit(offset + start, offset + i, List.copyOf(other.subList(taken, upTo))));
            }
            start = i + 1;
            taken = upTo + 1;
        }
        return edits;
    }

    /** For every line of the base the line of the other it is in the longest common sequence, or -1. */
    private static int[] same(List<String> base, List<String> other) {
        var longest = new int[base.size() + 1][other.size() + 1];
        for (var i = base.size() - 1; i >= 0; i--) {
            for (var j = other.size() - 1; j >= 0; j--) {
                longest[i][j] = base.get(i).equals(other.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var same = new int[base.size()];
        Arrays.fill(same, -1);
        for (int i = 0, j = 0; i < base.size() && j < other.size(); ) {
            if (base.get(i).equals(other.get(j))) {
                same[i++] = j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return same;
    }
}
