package org.giaoban.preparation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.files.FileOwner;
import org.giaoban.files.Files;
import org.giaoban.files.StoredFile;
import org.giaoban.files.Upload;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers of meetings: filed with a reach, read through one rule. */
@Service
@Transactional
class Materials {

    /** A paper with its files. */
    record Shown(Material material, List<StoredFile> files) {}

    private final MaterialRepository materials;
    private final MaterialRights rights;
    private final Files files;
    private final Meetings meetings;
    private final Chronicle chronicle;

    Materials(
            MaterialRepository materials, MaterialRights rights, Files files, Meetings meetings, Chronicle chronicle) {
        this.materials = materials;
        this.rights = rights;
        this.files = files;
        this.meetings = meetings;
        this.chronicle = chronicle;
    }

    /** The papers of a meeting the viewer may read. */
    @Transactional(readOnly = true)
    List<Shown> of(MeetingId meeting) {
        return materials.of(meeting.value()).stream()
                .filter(rights::mayRead)
                .map(one -> new Shown(one, files.of(owner(one.id()))))
                .toList();
    }

    /** The papers of proposals, by topic. */
    @Transactional(readOnly = true)
    Map<UUID, List<StoredFile>> ofTopics(List<Topic> topics) {
        var found = new LinkedHashMap<UUID, List<StoredFile>>();
        for (var one : materials.ofTopics(topics.stream().map(Topic::id).toList())) {
            if (one.topic() != null && rights.mayRead(one)) {
                found.put(one.topic(), files.of(owner(one.id())));
            }
        }
        return found;
    }

    void add(MeetingId id, String title, Reach reach, Set<PersonId> readers, Upload upload) {
        var meeting = meetings.toRun(id);
        file(meeting.unit(), id.value(), null, title, new Aim(reach, readers), upload);
        chronicle.trace("material", id, meeting.unit(), Map.of("title", title, "reach", reach.name()));
    }

    void ofTopic(UnitId unit, UUID topic, String title, Upload upload) {
        file(unit, null, topic, title, new Aim(Reach.INTERNAL, Set.of()), upload);
    }

    /** Whom a paper is for. */
    private record Aim(Reach reach, Set<PersonId> readers) {}

    private void file(UnitId unit, @Nullable UUID meeting, @Nullable UUID topic, String title, Aim aim, Upload upload) {
        var viewer = chronicle.viewer();
        var material = new Material(
                Uuid7.next(),
                unit,
                meeting,
                topic,
                title,
                aim.reach,
                aim.reach == Reach.RESTRICTED ? aim.readers : Set.of(),
                viewer.account().value(),
                viewer.name(),
                chronicle.now());
        materials.insert(material);
        files.store(upload, owner(material.id()), unit);
    }

    void remove(MeetingId id, UUID material) {
        var meeting = meetings.toRun(id);
        var known = materials
                .find(material)
                .filter(one -> id.value().equals(one.meeting()))
                .orElseThrow(() -> new Refused("preparation.refused.paper-gone"));
        files.of(owner(material)).forEach(file -> files.remove(file.id()));
        materials.delete(material);
        chronicle.trace("material-off", id, meeting.unit(), Map.of("title", known.title()));
    }

    static FileOwner owner(UUID material) {
        return new FileOwner(MaterialRights.KIND, material);
    }
}
