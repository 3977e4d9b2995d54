package org.giaoban.personaldata;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** A request as lists and pages show it on a day. */
public record RequestLine(Request request, LocalDate today) {

    public String number() {
        return request.number().text();
    }

    public String kind() {
        return request.asked().kind().word();
    }

    public String name() {
        return request.asker().name();
    }

    public String received() {
        return Formats.date(request.dates().received());
    }

    public String due() {
        return request.open()
                ? Formats.date(request.due())
                : Formats.date(request.course().closed());
    }

    /** The state, and by how many days it is late. */
    public String standing() {
        var word = request.course().state().word();
        return request.late(today)
                ? word + " · " + Texts.text("personaldata.late", ChronoUnit.DAYS.between(request.due(), today))
                : word;
    }

    public String tone() {
        if (request.late(today)) {
            return "late";
        }
        return switch (request.course().state()) {
            case RECEIVED -> "waiting";
            case ACCEPTED -> "info";
            case DONE -> "done";
            case REFUSED, TAKEN_BACK -> "neutral";
        };
    }

    public String href() {
        return "/personal-data/requests/" + request.id();
    }

    public String ownHref() {
        return "/my-data/requests/" + request.id();
    }
}
