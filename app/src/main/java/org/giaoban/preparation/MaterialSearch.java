package org.giaoban.preparation;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingWords;
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

    MaterialSearch(MaterialRepository materials, MaterialRights rights) {
        this.materials = materials;
        this.rights = rights;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(32, "preparation.materials.title", "paperclip", Capability.MEETING_READ, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        return materials.find(SearchWords.of(query), LOOKED_AT).stream()
                .filter(rights::mayRead)
                .limit(limit)
                .flatMap(one -> hit(one).stream())
                .toList();
    }

    private static List<SearchHit> hit(Material one) {
        var meeting = one.meeting();
        return meeting == null
                ? List.of()
                : List.of(new SearchHit(
                        one.title(), MeetingWords.reach(one.reach()), new MeetingId(meeting).href() + "/materials"));
    }
}
