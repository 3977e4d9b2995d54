package org.giaoban.preparation;

import java.util.List;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.files.Files;
import org.giaoban.files.StoredFile;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingWords;
import org.giaoban.meetings.Meetings;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers of meetings in the search over everything: exactly those the download would give. */
@Component
class MaterialSearch implements SearchSource {

    private static final int LOOKED_AT = 60;

    private final MaterialRepository materials;
    private final MaterialRights rights;
    private final Meetings meetings;
    private final Files files;

    MaterialSearch(MaterialRepository materials, MaterialRights rights, Meetings meetings, Files files) {
        this.materials = materials;
        this.rights = rights;
        this.meetings = meetings;
        this.files = files;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(32, "preparation.materials.title", "paperclip", Capability.MEETING_READ, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        return rights.readable(materials.find(SearchWords.of(query), LOOKED_AT)).stream()
                .limit(limit)
                .flatMap(one -> hit(one).stream())
                .toList();
    }

    /** Who may read the paper but not the meeting comes to the file itself. */
    private Optional<SearchHit> hit(Material one) {
        var meeting = one.meeting() == null ? null : new MeetingId(one.meeting());
        if (meeting == null) {
            return Optional.empty();
        }
        var place = meetings.mayRead(meeting)
                ? Optional.of(meeting.href() + "/materials")
                : files.of(Materials.owner(one.id())).stream()
                        .map(StoredFile::href)
                        .findFirst();
        return place.map(href -> new SearchHit(one.title(), MeetingWords.reach(one.reach()), href));
    }
}
