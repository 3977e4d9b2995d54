package org.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitPanel;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A branch's page says how many members it has. */
@Component
class MembersOfUnit implements UnitPanel {

    private final Roster roster;
    private final Access access;

    MembersOfUnit(Roster roster, Access access) {
        this.roster = roster;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Panel> of(Unit unit, LocalDate day) {
        if (!access.allows(Capability.MEMBER_READ, unit.id()) || !roster.keeps(unit.kind())) {
            return Optional.empty();
        }
        var count = roster.counts(List.of(unit.id()), day).getOrDefault(unit.id(), Roster.Count.NONE);
        var href = "/members/" + unit.code() + "?on=" + day;
        return Optional.of(new Panel(
                Texts.text("membership.nav"),
                "id-badge",
                href,
                Texts.text("membership.panel.more"),
                List.of(
                        line("membership.count.members", count.members(), href),
                        line("membership.count.probationary", count.probationary(), href + "&state=PROBATIONARY"),
                        line("membership.count.away", count.away(), href + "&state=AWAY"),
                        line("membership.count.expected", count.expected(), href))));
    }

    private static Line line(String key, int number, String href) {
        return new Line(Texts.text(key), Formats.number(number), false, href, null);
    }
}
