package org.giaoban.preparation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.files.Files;
import org.giaoban.files.Upload;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.ItemKind;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Reach;
import org.giaoban.meetings.YamlNode;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.giaoban.preparation.Material.Shelf;
import org.giaoban.preparation.Topic.Decision;
import org.giaoban.preparation.Topic.Place;
import org.giaoban.preparation.Topic.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters {@code preparation.yaml}: the notices that went out and who has seen them, what units proposed, the papers. */
@Component
@Transactional
class PreparationStory implements StoryPart {

    private static final String FILE = "preparation.yaml";
    private static final int AFTER_MEETINGS = 72;

    private final MeetingFloor floor;
    private final Agendas agendas;
    private final InvitationRepository invitations;
    private final TopicRepository topics;
    private final MaterialRepository materials;
    private final Files files;
    private final Organization organization;
    private final People people;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    PreparationStory(
            MeetingFloor floor,
            Agendas agendas,
            InvitationRepository invitations,
            TopicRepository topics,
            MaterialRepository materials,
            Files files,
            Organization organization,
            People people,
            Accounts accounts,
            CurrentViewer viewer) {
        this.floor = floor;
        this.agendas = agendas;
        this.invitations = invitations;
        this.topics = topics;
        this.materials = materials;
        this.files = files;
        this.organization = organization;
        this.people = people;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return AFTER_MEETINGS;
    }

    @Override
    public void load(Story story) {
        if (!story.has(FILE)) {
            return;
        }
        for (var one : story.yaml(FILE, List.class)) {
            var node = new YamlNode((Map<?, ?>) one);
            var meeting = floor.beganAt(organization.idOf(node.get("unit")), at(node, "starts"))
                    .orElseThrow(() -> new IllegalArgumentException("No meeting for " + node))
                    .line();
            if (invitations.find(meeting.id()).isEmpty()) {
                notice(meeting, node);
                node.nodes("proposals").forEach(proposal -> propose(story, meeting, proposal));
                node.nodes("papers")
                        .forEach(paper -> file(
                                story, meeting, Shelf.ofMeeting(meeting.id().value(), null), paper));
            }
        }
    }

    private void notice(MeetingLine meeting, YamlNode node) {
        var id = meeting.id();
        var sent = at(node, "sent");
        var persons = floor.seats(id).stream()
                .map(Attendee::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        invitations.put(Invitation.of(meeting, 0));
        invitations.invited(id, persons, sent);
        invitations.tell(
                id,
                new Told(
                        0,
                        Invitation.Kind.INVITE,
                        "",
                        persons.size(),
                        account(node.get("by")).name(),
                        sent));
        node.pairs("seen").forEach((code, when) -> invitations.seen(id, person(code), 0, moment(when)));
        for (var reply : node.nodes("replies")) {
            var given = Receipt.Reply.valueOf(reply.get("reply"));
            invitations.reply(id, person(reply.get("person")), given, reply.find("reason"), at(reply, "at"));
        }
    }

    private void propose(Story story, MeetingLine meeting, YamlNode node) {
        var id = Uuid7.next();
        var content = new Topic.Content(
                node.get("title"),
                node.number("minutes"),
                node.get("presenter"),
                ItemKind.valueOf(node.get("kind")),
                node.get("outcome"));
        var state = State.valueOf(node.get("state"));
        var item = state == State.PLACED ? agendas.add(meeting.id(), content.item(id)) : null;
        var place = new Place(meeting.kind(), meeting.id().value(), item, false);
        var by = account(node.get("by"));
        var origin = new Topic.Origin(
                organization.idOf(node.get("from")).value(), by.account().value(), by.name(), at(node, "at"));
        var open = new Place(meeting.kind(), meeting.id().value(), null, false);
        var proposed = new Topic(id, meeting.unit(), open, content, State.PROPOSED, Decision.NONE, origin, 0);
        topics.insert(proposed);
        if (state != State.PROPOSED) {
            topics.save(proposed.as(state, place, decision(node)));
        }
        if (node.find("file") != null) {
            file(story, meeting, Shelf.ofTopic(id), node);
        }
        if (node.find("file") != null && item != null) {
            file(story, meeting, Shelf.ofMeeting(meeting.id().value(), item), node);
        }
    }

    private Decision decision(YamlNode node) {
        return new Decision(node.find("reason"), account(node.get("decided_by")).name(), at(node, "decided"));
    }

    /** A paper of the meeting, or of what a unit proposed. */
    private void file(Story story, MeetingLine meeting, Shelf shelf, YamlNode node) {
        var by = account(node.get("by"));
        var reach = node.find("reach");
        var material = new Material(
                Uuid7.next(),
                meeting.unit(),
                shelf.meeting(),
                shelf.topic(),
                shelf.item(),
                node.get("title"),
                reach == null ? Reach.INTERNAL : Reach.valueOf(reach),
                circle(node),
                by.account().value(),
                by.name(),
                at(node, "at"));
        materials.insert(material);
        var name = node.get("file");
        var upload = Upload.of(name, story.bytes("papers/" + name));
        viewer.run(by, () -> files.store(upload, Materials.owner(material.id()), meeting.unit()));
    }

    private Circle circle(YamlNode node) {
        return new Circle(
                node.texts("readers").stream().map(this::person).collect(Collectors.toSet()),
                Set.copyOf(node.texts("posts")),
                Set.copyOf(node.texts("roles")),
                node.texts("units").stream().map(organization::idOf).collect(Collectors.toSet()));
    }

    private Viewer account(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElse(Viewer.SYSTEM);
    }

    private PersonId person(String code) {
        return people.byCode(code).orElseThrow(() -> new IllegalArgumentException("No person " + code));
    }

    private static Instant at(YamlNode node, String name) {
        return moment(node.get(name));
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(Zone.ID).toInstant();
    }
}
