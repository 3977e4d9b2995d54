package org.giaoban.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a text can begin from: the units the viewer writes for, and the briefings that were closed lately. */
@Component
@Transactional(readOnly = true)
class ArticleBeginnings {

    private static final int MONTHS = 3;

    private final Access access;
    private final Organization organization;
    private final Meetings meetings;
    private final Clock clock;

    ArticleBeginnings(Access access, Organization organization, Meetings meetings, Clock clock) {
        this.access = access;
        this.organization = organization;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** A closed meeting a text may be made from. */
    public record Reported(UUID id, String title, String on) {}

    public boolean writes() {
        return access.allowsAnywhere(Capability.ARTICLE_WRITE);
    }

    /** The top of the tree first, so that it is chosen unless something else is. */
    public Map<String, String> units() {
        var today = LocalDate.now(clock);
        var units = new LinkedHashMap<String, String>();
        organization
                .root(today)
                .ifPresent(top -> organization.subtree(top.id(), today).stream()
                        .filter(unit -> access.allows(Capability.ARTICLE_WRITE, unit.id()))
                        .forEach(unit -> units.put(unit.id().value().toString(), unit.name())));
        return units;
    }

    /** The top unit's periodic briefings of this month and the ones before. */
    public List<Reported> meetings() {
        var today = LocalDate.now(clock);
        var top = organization.root(today).map(unit -> unit.id());
        if (top.isEmpty() || !allowed(top.get())) {
            return List.of();
        }
        var found = new ArrayList<Reported>();
        var month = Period.monthOf(today);
        for (var back = 0; back < MONTHS; back++) {
            meetings.forPeriod(top.get(), month)
                    .filter(line -> line.state() == MeetingState.CLOSED)
                    .map(ArticleBeginnings::reported)
                    .ifPresent(found::add);
            month = month.previous();
        }
        return found;
    }

    private boolean allowed(UnitId unit) {
        return access.allows(Capability.ARTICLE_WRITE, unit) && access.allows(Capability.MEETING_READ, unit);
    }

    private static Reported reported(MeetingLine line) {
        return new Reported(line.id().value(), line.title(), Formats.date(line.startsAt()));
    }
}
