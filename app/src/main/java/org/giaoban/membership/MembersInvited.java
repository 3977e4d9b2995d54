package org.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.InvitationSource;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A branch invites everybody on its roster who is expected that day. */
@Component
class MembersInvited implements InvitationSource {

    private final RosterPages rosters;
    private final Roster roster;
    private final Organization organization;

    MembersInvited(RosterPages rosters, Roster roster, Organization organization) {
        this.rosters = rosters;
        this.roster = roster;
        this.organization = organization;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invited> invited(UnitId unit, String kind, LocalDate day) {
        if (organization
                .find(unit, day)
                .filter(found -> roster.keeps(found.kind()))
                .isEmpty()) {
            return List.of();
        }
        return rosters.rows(unit, day).stream()
                .filter(RosterPages.Row::expected)
                .map(row -> new Invited(row.person(), unit, row.name(), title(row), row.votes()))
                .toList();
    }

    private static String title(RosterPages.Row row) {
        return row.post().isEmpty() ? Texts.text("membership.title", row.state().toLowerCase(Locale.ROOT)) : row.post();
    }
}
