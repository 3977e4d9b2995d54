package org.giaoban.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.pages.Kept;
import org.giaoban.platform.CalendarLines;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public meetings and events for readers' own calendars, which ask again by themselves. */
@Controller
class PublicCalendar {

    static final String HREF = "/lich-cong-tac.ics";

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int MOST = 500;
    private static final int DAYS_BACK = 92;
    private static final int DAYS_ON = 366;

    private final Occasions occasions;
    private final Organization organization;
    private final SettingStore settings;
    private final SiteAddress site;
    private final Clock clock;

    PublicCalendar(
            Occasions occasions, Organization organization, SettingStore settings, SiteAddress site, Clock clock) {
        this.occasions = occasions;
        this.organization = organization;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    @Kept
    @GetMapping(HREF)
    @ForEveryone
    ResponseEntity<String> subscribe() {
        var today = LocalDate.now(clock);
        var found = occasions.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_ON), MOST);
        var hosts =
                organization.names(found.stream().map(Released::unit).distinct().toList(), today);
        var lines = new CalendarLines()
                .line("METHOD:PUBLISH")
                .words("X-WR-CALNAME", settings.value("site.name", Texts.text("platform.site.name")))
                .line("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
                .line("X-PUBLISHED-TTL:PT6H")
                .zone();
        found.forEach(each -> event(lines, each, hosts));
        return ResponseEntity.ok().contentType(CALENDAR).body(lines.ended());
    }

    private void event(CalendarLines lines, Released each, Map<UnitId, String> hosts) {
        var facts = each.facts();
        lines.line("BEGIN:VEVENT").line("UID:" + each.id() + "@giaoban").moment("DTSTAMP", each.at());
        times(lines, each);
        lines.words("SUMMARY", each.title());
        if (facts.has("place")) {
            lines.words("LOCATION", facts.told("place"));
        }
        var host = facts.has("host") ? facts.text("host") : hosts.getOrDefault(each.unit(), "");
        lines.words(
                        "DESCRIPTION",
                        String.join("\n", List.of(host, facts.told("result"))).strip())
                .line("URL:" + site.of("/lich-cong-tac") + "?tu=" + each.on());
        if (facts.text("progress").equals("CANCELLED")) {
            lines.line("STATUS:CANCELLED");
        }
        lines.line("END:VEVENT");
    }

    /** With its hours where they are known, else the whole days; without an end it takes an hour. */
    private static void times(CalendarLines lines, Released each) {
        var begins = each.facts().time("at");
        var last = Objects.requireNonNullElse(each.until(), each.on());
        if (begins == null) {
            lines.day("DTSTART", each.on()).day("DTEND", last.plusDays(1));
            return;
        }
        var from = LocalDateTime.of(each.on(), begins);
        var ends = each.facts().time("untilAt");
        var until = ends == null ? from.plus(Duration.ofHours(1)) : LocalDateTime.of(last, ends);
        lines.local("DTSTART", from).local("DTEND", until.isAfter(from) ? until : from.plus(Duration.ofHours(1)));
    }
}
