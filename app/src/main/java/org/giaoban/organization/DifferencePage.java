package org.giaoban.organization;

import java.util.List;
import java.util.Map;

/**
 * Two days of the tree beside each other.
 *
 * @param tops the units below which the viewer may compare, by code
 * @param counts the kinds of which there are more or fewer; {@code unchanged} says how many other kinds there are
 * @param sums how many units were founded, ended, renamed, moved, changed
 * @param total how many lines there are; the page shows the first of them
 */
record DifferencePage(
        String from,
        String to,
        String fromText,
        String toText,
        String top,
        Map<String, String> tops,
        List<Count> counts,
        int unchanged,
        List<Sum> sums,
        List<Line> lines,
        int total) {

    /** How many units of one kind there were on both days. */
    public record Count(String kind, int before, int after, String change) {}

    /** A word for what happened with the tone it is shown in, and how often. */
    public record Sum(String tone, String word, long number) {}

    /** A unit that is not the same; each side says name, kind and the unit above. */
    public record Line(String code, String href, Side before, Side after, List<Sum> what, String fate) {}

    /** A unit on one of the days; empty when it was not there. */
    public record Side(String name, String kind, String above) {

        static final Side NONE = new Side("", "", "");
    }
}
