package org.giaoban.reorganisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/**
 * What stands above every page of a plan.
 *
 * @param tone how the state is shown, beside its word
 * @param marks who did what with it and when
 */
record PlanHead(
        Plan plan, String href, String day, String tone, String state, List<String> marks, Map<String, String> tabs) {

    static PlanHead of(Plan plan, List<String> marks) {
        var href = "/reorganisations/" + plan.id();
        var tabs = new LinkedHashMap<String, String>();
        tabs.put(href, Texts.text("reorganisation.tab.events"));
        if (plan.state() == PlanState.DRAFT) {
            tabs.put(href + "/rehearsal", Texts.text("reorganisation.tab.rehearsal"));
        }
        tabs.put(href + "?tab=history", Texts.text("reorganisation.tab.history"));
        return new PlanHead(plan, href, Formats.date(plan.day()), tone(plan.state()), word(plan.state()), marks, tabs);
    }

    static String word(PlanState state) {
        return Texts.text("reorganisation.state." + state.name());
    }

    static String tone(PlanState state) {
        return switch (state) {
            case DRAFT -> "waiting";
            case EXECUTED -> "done";
            case UNDONE -> "info";
            case DISCARDED -> "none";
        };
    }

    String title() {
        return plan.terms().title();
    }

    String newTree() {
        return "/units?on=" + plan.day();
    }

    /** The page that compares the last day before with the first after. */
    String differences() {
        return "/units/differences?from=" + plan.day().minusDays(1) + "&to=" + plan.day();
    }

    boolean draft() {
        return plan.state() == PlanState.DRAFT;
    }

    boolean executed() {
        return plan.state() == PlanState.EXECUTED;
    }
}
