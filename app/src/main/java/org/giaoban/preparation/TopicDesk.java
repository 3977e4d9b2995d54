package org.giaoban.preparation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.Upload;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.preparation.TopicController.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals as one viewer sees them: the office all, a unit its own. */
@Service
@Transactional
class TopicDesk {

    private final Topics topics;
    private final Proposals proposals;
    private final Materials materials;
    private final Meetings meetings;
    private final Organization organization;
    private final Access access;
    private final Chronicle chronicle;

    TopicDesk(
            Topics topics,
            Proposals proposals,
            Materials materials,
            Meetings meetings,
            Organization organization,
            Access access,
            Chronicle chronicle) {
        this.topics = topics;
        this.proposals = proposals;
        this.materials = materials;
        this.meetings = meetings;
        this.organization = organization;
        this.access = access;
        this.chronicle = chronicle;
    }

    @Transactional(readOnly = true)
    void demandReadable(MeetingId id) {
        meetings.toRead(id);
    }

    @Transactional(readOnly = true)
    Page page(MeetingId id, TopicForm form, Map<String, String> errors) {
        var head = meetings.head(meetings.toRead(id));
        var line = head.line();
        var proposed = visible(head, topics.of(line));
        var backlog = head.runs() ? topics.backlog(line) : List.<Topic>of();
        var units = proposers(line);
        var until = meetings.proposalsUntil(id);
        return new Page(
                head,
                proposed,
                backlog,
                materials.ofTopics(proposed),
                head.runs() ? meetings.agenda(id) : List.of(),
                units,
                names(proposed, backlog, line),
                until == null ? "" : Formats.dateTime(until),
                !units.isEmpty() && open(line, until),
                form,
                errors);
    }

    /** The form filled with what is to be changed, unless somebody typed in it already. */
    @Transactional(readOnly = true)
    Page editing(MeetingId id, UUID topic) {
        var shown = page(id, TopicForm.EMPTY, Map.of());
        return shown.proposed().stream()
                .filter(one -> one.id().equals(topic) && shown.mine(one))
                .findFirst()
                .map(one -> page(id, TopicForm.of(one), Map.of()))
                .orElse(shown);
    }

    private boolean open(MeetingLine line, @Nullable Instant until) {
        return line.state() == MeetingState.PLANNED
                && until != null
                && !chronicle.now().isAfter(until);
    }

    private List<Topic> visible(MeetingHead head, List<Topic> all) {
        return head.runs()
                ? all
                : all.stream()
                        .filter(topic -> topic.origin().unit() != null
                                && access.allows(
                                        Capability.TASK_DO,
                                        new UnitId(topic.origin().unit())))
                        .toList();
    }

    /** The invited units the viewer works for. */
    private Map<String, String> proposers(MeetingLine line) {
        var units = meetings.attendees(line.id()).stream()
                .map(Attendee::unit)
                .filter(Objects::nonNull)
                .distinct()
                .filter(unit -> access.allows(Capability.TASK_DO, unit))
                .toList();
        var named = new LinkedHashMap<String, String>();
        organization.shortNames(units, line.day()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> named.put(one.getKey().toString(), one.getValue()));
        return named;
    }

    private Map<String, String> names(List<Topic> proposed, List<Topic> backlog, MeetingLine line) {
        var units = java.util.stream.Stream.concat(proposed.stream(), backlog.stream())
                .map(topic -> topic.origin().unit())
                .filter(Objects::nonNull)
                .map(UnitId::new)
                .distinct()
                .toList();
        var named = new LinkedHashMap<String, String>();
        organization.shortNames(units, line.day()).forEach((unit, name) -> named.put(unit.toString(), name));
        return named;
    }

    void propose(MeetingId id, TopicForm form, Upload paper) {
        proposals.propose(id, form.unitId(), form.content(), paper);
    }

    void change(MeetingId id, TopicForm form, @Nullable Upload paper) {
        proposals.change(id, form.topicId(), form.seen(), form.content(), paper);
    }

    void withdraw(MeetingId id, UUID topic) {
        proposals.withdraw(id, topic);
    }

    String carriedReason() {
        return Texts.text(Texts.VIETNAMESE, "preparation.carried");
    }
}
