package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.FileOutcome.Difference;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a return, value by value, in the form's order. */
final class Differences {

    private static final int LONGEST = 400;

    private Differences() {}

    static List<Difference> between(Content before, Content after, Form form, Map<String, Indicator> indicators) {
        var differences = new ArrayList<Difference>();
        for (String code : form.indicators()) {
            var indicator = indicators.get(code);
            var was = before.values().get(code);
            var is = after.values().get(code);
            if (indicator != null && !said(was).equals(said(is))) {
                differences.add(new Difference(code, indicator.name(), shown(indicator, was), shown(indicator, is)));
            }
        }
        texts(before, after, form, differences);
        requests(before, after, differences);
        return List.copyOf(differences);
    }

    private static String said(@Nullable Entry entry) {
        return entry == null ? "" : entry.written();
    }

    private static String shown(Indicator indicator, @Nullable Entry entry) {
        if (entry == null) {
            return Texts.text("reporting.difference.nothing");
        }
        String figure = FigureText.of(indicator, entry.figure());
        return entry.reason() == null ? figure : figure + " (" + entry.reason() + ")";
    }

    private static void texts(Content before, Content after, Form form, List<Difference> differences) {
        for (var section : form.sections()) {
            String was = before.texts().getOrDefault(section.code(), "");
            String is = after.texts().getOrDefault(section.code(), "");
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(section.code(), section.name().text(), cut(was), cut(is)));
            }
        }
    }

    private static void requests(Content before, Content after, List<Difference> differences) {
        var all = new LinkedHashSet<>(before.requests());
        all.addAll(after.requests());
        for (var request : all) {
            boolean was = before.requests().contains(request);
            boolean is = after.requests().contains(request);
            if (was != is) {
                String text = cut(request.text());
                differences.add(new Difference(
                        "recommendations",
                        Texts.text("reporting.section.recommendations"),
                        was ? text : "",
                        is ? text : ""));
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
