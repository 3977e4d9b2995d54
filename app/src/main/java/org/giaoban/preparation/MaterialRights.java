package org.giaoban.preparation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.FileGuard;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Attendee;
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
    private final Circles circles;
    private final Access access;

    MaterialRights(
            MaterialRepository materials, TopicRepository topics, Meetings meetings, Circles circles, Access access) {
        this.materials = materials;
        this.topics = topics;
        this.meetings = meetings;
        this.circles = circles;
        this.access = access;
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID ownerId) {
        return materials.find(ownerId).filter(readable()).isPresent();
    }

    /** Those papers of a list the viewer may read. */
    List<Material> readable(List<Material> some) {
        return some.stream().filter(readable()).toList();
    }

    /** What is asked about a meeting is asked once. */
    private Predicate<Material> readable() {
        var rooms = new HashMap<UUID, Room>();
        var self = circles.self();
        return material -> access.allows(Capability.MEETING_RUN, material.unit())
                || (material.meeting() == null
                        ? mine(material)
                        : within(material, rooms.computeIfAbsent(material.meeting(), this::room), self));
    }

    /** A meeting as its papers see it; nobody but those who prepare it reads papers of a draft. */
    private record Room(boolean announced, Map<UUID, Reach> items, List<Attendee> attendees) {

        /** A paper reaches no further than the item it belongs to; one whose item is gone waits for those who prepare. */
        Reach reach(Material paper) {
            if (paper.item() == null) {
                return paper.reach();
            }
            var item = items.getOrDefault(paper.item(), Reach.RESTRICTED);
            return item.compareTo(paper.reach()) < 0 ? paper.reach() : item;
        }
    }

    private Room room(UUID meeting) {
        var id = new MeetingId(meeting);
        if (!meetings.announced(id)) {
            return new Room(false, Map.of(), List.of());
        }
        var reaches = meetings.agenda(id).stream().collect(Collectors.toMap(AgendaItem::id, AgendaItem::reach));
        return new Room(true, reaches, meetings.attendees(id));
    }

    private static boolean within(Material paper, Room room, Circles.Self self) {
        return room.announced
                && switch (room.reach(paper)) {
                    case PUBLIC -> true;
                    case INTERNAL -> self.invited(room.attendees);
                    case RESTRICTED ->
                        paper.reach() == Reach.RESTRICTED && self.within(paper.circle(), paper.unit(), room.attendees);
                };
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
