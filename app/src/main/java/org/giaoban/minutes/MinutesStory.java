package org.giaoban.minutes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Meetings;
import org.giaoban.minutes.RemarkRepository.Answer;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.minutes.RemarkRepository.Signature;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the minutes of {@code minutes.yaml} as they went: drawn up, read out, remarked on, adopted, signed; and their notices. */
@Component
@Transactional
class MinutesStory implements StoryPart {

    private static final String FILE = "minutes.yaml";
    private static final int AFTER_MEETINGS = 78;

    private final Meetings meetings;
    private final MeetingFloor floor;
    private final Drafting drafting;
    private final MinutesRepository minutes;
    private final RemarkRepository remarks;
    private final ConclusionNotice notice;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    MinutesStory(
            Meetings meetings,
            MeetingFloor floor,
            Drafting drafting,
            MinutesRepository minutes,
            RemarkRepository remarks,
            ConclusionNotice notice,
            Organization organization,
            Accounts accounts,
            CurrentViewer viewer) {
        this.meetings = meetings;
        this.floor = floor;
        this.drafting = drafting;
        this.minutes = minutes;
        this.remarks = remarks;
        this.notice = notice;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return AFTER_MEETINGS;
    }

    @Override
    public void load(Story story) {
        if (story.has(FILE)) {
            story.yaml(FILE, List.class).forEach(node -> load((Map<?, ?>) node));
        }
    }

    private void load(Map<?, ?> node) {
        var id = meeting(node);
        if (minutes.find(id).isPresent()) {
            return;
        }
        viewer.run(Viewer.SYSTEM, () -> drafting.draw(id, person(text(node, "secretary")), at(node, "drafted")));
        minutes.readOut(id, at(node, "read_out"));
        nodes(node, "remarks").forEach(one -> remark(id, one));
        adopt(id, node);
        sign(id, node);
        nodes(node, "addenda")
                .forEach(one -> remarks.add(id, text(one, "text"), person(text(one, "by")), at(one, "at")));
        if (node.containsKey("notice")) {
            viewer.run(person(text(node, "secretary")), () -> notice.issue(id, at(node, "notice")));
        }
    }

    /** The unit's briefing of a period, or its meeting of a moment. */
    private MeetingId meeting(Map<?, ?> node) {
        var unit = organization.idOf(text(node, "unit"));
        var found = node.containsKey("starts")
                ? floor.beganAt(unit, at(node, "starts")).map(MeetingFloor.Room::id)
                : meetings.forPeriod(unit, Period.parse(text(node, "period"))).map(MeetingLine::id);
        return found.orElseThrow(() -> new IllegalArgumentException("No meeting for " + node));
    }

    private void remark(MeetingId id, Map<?, ?> node) {
        var section = Integer.parseInt(text(node, "section"));
        remarks.remark(id, section, text(node, "text"), person(text(node, "by")), at(node, "at"));
        var last = remarks.remarks(id).getLast().id();
        var answer = new Answer(
                Boolean.TRUE.equals(node.get("taken")),
                text(node, "reply"),
                known(id).secretary().name());
        remarks.answer(last, answer, at(node, "answered"));
    }

    private void adopt(MeetingId id, Map<?, ?> node) {
        var known = known(id);
        var year = known.facts().day().getYear();
        minutes.adopt(id, at(node, "adopted"), new Minutes.Number(year, minutes.next(known.unit(), year)));
    }

    private void sign(MeetingId id, Map<?, ?> node) {
        var known = known(id);
        var hash = Signing.hash(known, minutes.sections(id));
        var at = at(node, "signed_at");
        var signers = (Map<?, ?>) Objects.requireNonNull(node.get("signed"));
        signers.forEach((role, login) -> {
            var by = person(login.toString());
            var as = Role.valueOf(role.toString());
            var title = as == Role.CHAIR ? known.chair().title() : "";
            remarks.sign(id, new Signature(as, by.name(), title, at, hash), by);
        });
        if (signers.size() == Role.values().length) {
            minutes.lock(id, at, hash);
        }
    }

    private Minutes known(MeetingId id) {
        return minutes.find(id).orElseThrow();
    }

    private Viewer person(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElse(Viewer.SYSTEM);
    }

    private static List<Map<?, ?>> nodes(Map<?, ?> node, String name) {
        return node.get(name) instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
                : List.of();
    }

    private static String text(Map<?, ?> node, String name) {
        return words(node.get(name), name);
    }

    private static String words(@Nullable Object value, String name) {
        return Objects.requireNonNull(value, name).toString();
    }

    private static Instant at(Map<?, ?> node, String name) {
        return LocalDateTime.parse(text(node, name)).atZone(Zone.ID).toInstant();
    }
}
