package org.giaoban.briefing;

import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.springframework.web.util.UriComponentsBuilder;

/** The briefing of a unit in a period, and the addresses of its pages. A month's briefing hears the month before. */
record Occasion(Unit unit, Period period, Span span) {

    Period reported() {
        return period.kind() == Period.Kind.MONTH ? period.previous() : period;
    }

    /** The period whose figures are shown. */
    Period shown() {
        return span.covering(reported());
    }

    String href() {
        return href(unit.code(), period);
    }

    String href(String unitCode, Period other) {
        var path = "/board/" + unitCode + "/" + other.code();
        return span == Span.YEAR ? path : path + "?span=" + span.code();
    }

    String href(Span other) {
        return new Occasion(unit, period, other).href();
    }

    String page(String name) {
        var path = "/board/" + unit.code() + "/" + period.code() + "/" + name;
        return span == Span.YEAR ? path : path + "?span=" + span.code();
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
                .queryParam("kind", "giao-ban-thang")
                .queryParam("period", period.code())
                .toUriString();
    }
}
