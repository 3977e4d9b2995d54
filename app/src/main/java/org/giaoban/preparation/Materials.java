package org.giaoban.preparation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.files.FileOwner;
import org.giaoban.files.Files;
import org.giaoban.files.StoredFile;
import org.giaoban.files.Upload;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Refused;
import org.giaoban.preparation.Material.Shelf;
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
    private final Agendas agendas;
    private final Chronicle chronicle;

    Materials(
            MaterialRepository materials,
            MaterialRights rights,
            Files files,
            Meetings meetings,
            Agendas agendas,
            Chronicle chronicle) {
        this.materials = materials;
        this.rights = rights;
        this.files = files;
        this.meetings = meetings;
        this.agendas = agendas;
        this.chronicle = chronicle;
    }

    /** What is to be filed. */
    record Paper(String title, Reach reach, Circle circle) {

        Paper {
            circle = reach == Reach.RESTRICTED ? circle : Circle.NOBODY;
        }
    }

    /** The papers of a meeting the viewer may read. */
    @Transactional(readOnly = true)
    List<Shown> of(MeetingId meeting) {
        return rights.readable(materials.of(meeting.value())).stream()
                .map(one -> new Shown(one, files.of(owner(one.id()))))
                .toList();
    }

    /** The papers of proposals, by topic. */
    @Transactional(readOnly = true)
    Map<UUID, List<StoredFile>> ofTopics(List<Topic> topics) {
        var found = new LinkedHashMap<UUID, List<StoredFile>>();
        var all = materials.ofTopics(topics.stream().map(Topic::id).toList());
        for (var one : rights.readable(all)) {
            found.computeIfAbsent(one.topic(), any -> new ArrayList<>()).addAll(files.of(owner(one.id())));
        }
        return found;
    }

    void add(MeetingId id, @Nullable UUID item, Paper paper, Upload upload) {
        var meeting = meetings.toRun(id);
        var place = item == null ? null : agendas.get(id, item).id();
        files.store(upload, owner(file(meeting.unit(), Shelf.ofMeeting(id.value(), place), paper)), meeting.unit());
        chronicle.trace(
                "material",
                id,
                meeting.unit(),
                Map.of("title", paper.title(), "reach", paper.reach().name()));
    }

    /** The paper of a proposal; one that was there gives way. */
    void ofTopic(UnitId unit, UUID topic, String title, Upload upload) {
        materials.ofTopics(List.of(topic)).forEach(this::discard);
        var paper = new Paper(title, Reach.INTERNAL, Circle.NOBODY);
        files.store(upload, owner(file(unit, Shelf.ofTopic(topic), paper)), unit);
    }

    /** What lay with a topic lies with the item it became, too; a unit's paper is called what its proposal is called now. */
    void copyToItem(Topic topic, MeetingId meeting, UUID item) {
        var title = topic.origin().unit() == null ? null : topic.content().title();
        copy(materials.ofTopics(List.of(topic.id())), Shelf.ofMeeting(meeting.value(), item), title);
    }

    /** What lay with an item goes along to another shelf. */
    void copyFromItem(MeetingId meeting, UUID item, Shelf shelf) {
        copy(materials.ofItem(meeting.value(), item), shelf, null);
    }

    private void copy(List<Material> originals, Shelf shelf, @Nullable String title) {
        for (var original : originals) {
            var paper = new Paper(title == null ? original.title() : title, original.reach(), original.circle());
            var owner = owner(file(original.unit(), shelf, paper));
            for (var file : files.of(owner(original.id()))) {
                files.store(new Upload(file.name(), files.open(file.id())), owner, original.unit());
            }
        }
    }

    private UUID file(UnitId unit, Shelf shelf, Paper paper) {
        var viewer = chronicle.viewer();
        var material = new Material(
                Uuid7.next(),
                unit,
                shelf.meeting(),
                shelf.topic(),
                shelf.item(),
                paper.title(),
                paper.reach(),
                paper.circle(),
                viewer.account().value(),
                viewer.name(),
                chronicle.now());
        materials.insert(material);
        return material.id();
    }

    void remove(MeetingId id, UUID material) {
        var meeting = meetings.toRun(id);
        var known = materials
                .find(material)
                .filter(one -> id.value().equals(one.meeting()))
                .orElseThrow(() -> new Refused("preparation.refused.paper-gone"));
        discard(known);
        chronicle.trace("material-off", id, meeting.unit(), Map.of("title", known.title()));
    }

    private void discard(Material material) {
        files.of(owner(material.id())).forEach(file -> files.remove(file.id()));
        materials.delete(material.id());
    }

    static FileOwner owner(UUID material) {
        return new FileOwner(MaterialRights.KIND, material);
    }
}
