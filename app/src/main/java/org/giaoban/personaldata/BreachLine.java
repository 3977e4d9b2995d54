package org.giaoban.personaldata;

import java.time.Duration;
import java.time.Instant;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** A breach as lists and pages show it at a moment. */
public record BreachLine(Breach breach, Instant now) {

    public String number() {
        return breach.number().text();
    }

    public String title() {
        return breach.told().title();
    }

    public String href() {
        return "/personal-data/breaches/" + breach.id();
    }

    public String found() {
        return Formats.dateTime(breach.told().foundAt());
    }

    public String due() {
        return Formats.dateTime(breach.told().reportDue());
    }

    /** How far it is, and while the clock runs how many hours are left. */
    public String standing() {
        if (!breach.open()) {
            return Texts.text("personaldata.breach.state.closed");
        }
        if (breach.running()) {
            var left = Duration.between(now, breach.told().reportDue()).toHours();
            return breach.late(now)
                    ? Texts.text("personaldata.breach.state.late", -left)
                    : Texts.text("personaldata.breach.state.running", left);
        }
        return Texts.text(
                breach.report() == null ? "personaldata.breach.state.assessed" : "personaldata.breach.state.reported");
    }

    public String tone() {
        if (!breach.open()) {
            return "done";
        }
        if (breach.late(now)) {
            return "late";
        }
        return breach.running() ? "waiting" : "info";
    }
}
