package org.giaoban.briefing;

import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.springframework.web.util.UriComponentsBuilder;

/** The briefing of a unit in a period, and the addresses of its pages. A month's briefing hears the month before. */
record Occasion(Unit unit, Period period, Span span, TreeChoices.Choice tree) {

    /** By the tree of its own time. */
    static Occasion asWas(Unit unit, Period period, Span span) {
        return new Occasion(unit, period, span, new TreeChoices.Choice(TreeView.AS_WAS, period.lastDay(), false));
    }

    Occasion asWas() {
        return asWas(unit, period, span);
    }

    Period reported() {
        return reported(period);
    }

    private static Period reported(Period period) {
        return period.kind() == Period.Kind.MONTH ? period.previous() : period;
    }

    /** The period whose figures a briefing shows. */
    static Period shown(Period period, Span span) {
        return span.covering(reported(period));
    }

    /** The period whose figures are shown. */
    Period shown() {
        return shown(period, span);
    }

    String href() {
        return href(unit.code(), period);
    }

    String href(String unitCode, Period other) {
        return address("/board/" + unitCode + "/" + other.code());
    }

    String href(Span other) {
        return new Occasion(unit, period, other, tree).href();
    }

    String page(String name) {
        return address("/board/" + unit.code() + "/" + period.code() + "/" + name);
    }

    private String address(String path) {
        return tree.view().on(span == Span.YEAR ? path : path + "?span=" + span.code());
    }

    /** The passport of one of its figures. */
    String passport(String unitCode, String indicator) {
        return tree.view().on(Figures.href(unitCode, indicator, shown()));
    }

    /** Where the passport of the unit's own figure tells of the plan. */
    String plan(String indicator) {
        return passport(unit.code(), indicator) + Figures.PLAN;
    }

    /** Where it shows how the figure moved against last year. */
    String change(String indicator) {
        return passport(unit.code(), indicator) + Figures.CHANGE;
    }

    /** The passport of the same figure a year or a period before. */
    String passport(String indicator, Period before) {
        return tree.view().on(Figures.href(unit.code(), indicator, before));
    }

    /** The figure through time and beside others. */
    String analysis(String indicator) {
        return tree.view().on("/analysis/" + unit.code() + "/" + indicator + "/" + shown().code());
    }

    String page(String name, String parameter, String value) {
        return UriComponentsBuilder.fromUriString(page(name))
                .queryParam(parameter, value)
                .toUriString();
    }

    String projector() {
        return UriComponentsBuilder.fromUriString(href())
                .queryParam("view", "projector")
                .toUriString();
    }

    /** Where a briefing of this period is planned. */
    String planning() {
        return UriComponentsBuilder.fromPath("/meetings/new")
                .queryParam("unit", unit.code())
                .queryParam("period", period.code())
                .toUriString();
    }
}
