package org.giaoban.preparation;

import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.FileGuard;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.springframework.stereotype.Component;

/** Who may read a paper: the door of every page, download and search. */
@Component
class MaterialRights implements FileGuard {

    static final String KIND = "meeting-material";

    private final MaterialRepository materials;
    private final TopicRepository topics;
    private final Meetings meetings;
    private final Access access;
    private final CurrentViewer viewer;

    MaterialRights(
            MaterialRepository materials,
            TopicRepository topics,
            Meetings meetings,
            Access access,
            CurrentViewer viewer) {
        this.materials = materials;
        this.topics = topics;
        this.meetings = meetings;
        this.access = access;
        this.viewer = viewer;
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID ownerId) {
        return materials.find(ownerId).filter(this::mayRead).isPresent();
    }

    /** Those who prepare the meeting read everything; nobody else reads papers of a draft. */
    boolean mayRead(Material material) {
        if (access.allows(Capability.MEETING_RUN, material.unit())) {
            return true;
        }
        var person = viewer.find().map(Viewer::person).orElse(null);
        var meeting = material.meeting();
        if (meeting == null) {
            return mine(material);
        }
        var id = new MeetingId(meeting);
        return switch (material.reach()) {
            case PUBLIC -> meetings.announced(id);
            case INTERNAL -> meetings.announced(id) && person != null && meetings.invited(id, person);
            case RESTRICTED -> meetings.announced(id) && named(material, person);
        };
    }

    private static boolean named(Material material, @org.jspecify.annotations.Nullable PersonId person) {
        return material.reach() == Reach.RESTRICTED
                && person != null
                && material.readers().contains(person);
    }

    /** A proposal's paper is for those who work for the unit that proposes. */
    private boolean mine(Material material) {
        var topic = material.topic();
        return topic != null
                && topics.find(topic)
                        .map(found -> found.origin().unit())
                        .filter(unit -> access.allows(Capability.TASK_DO, new UnitId(unit)))
                        .isPresent();
    }
}
