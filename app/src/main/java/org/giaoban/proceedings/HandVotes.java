package org.giaoban.proceedings;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.proceedings.VoteRepository.NewVote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Votes by show of hands: counted hands against the people in the room at that moment. */
@Service
@Transactional
class HandVotes {

    private final MeetingFloor floor;
    private final Rolls rolls;
    private final MajorityRepository majorities;
    private final VoteRepository votes;
    private final CurrentViewer viewer;
    private final Clock clock;

    HandVotes(
            MeetingFloor floor,
            Rolls rolls,
            MajorityRepository majorities,
            VoteRepository votes,
            CurrentViewer viewer,
            Clock clock) {
        this.floor = floor;
        this.rolls = rolls;
        this.majorities = majorities;
        this.votes = votes;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Keeps the vote, or says by field what is wrong with it and keeps nothing. */
    Map<String, String> take(MeetingId id, UUID item, VoteForm form) {
        var room = floor.running(id);
        if (floor.items(id).stream().noneMatch(one -> one.id().equals(item))) {
            throw new NotFound(item);
        }
        var errors = new LinkedHashMap<>(form.errors());
        var rule = majorities.on(room.day()).stream()
                .filter(one -> one.code().equals(form.rule()))
                .findFirst();
        if (rule.isEmpty()) {
            errors.put("rule", Texts.text("proceedings.error.rule"));
        }
        var roll = rolls.now(id);
        if (errors.isEmpty() && form.hands().all() > roll.votersHere()) {
            errors.put(
                    "inFavour",
                    Texts.text("proceedings.error.hands", form.hands().all(), roll.votersHere()));
        }
        if (errors.isEmpty()) {
            var vote = new NewVote(
                    item, form.question().strip(), form.hands(), roll, rolls.quorum(room, roll), rule.orElseThrow());
            votes.insert(id, vote, clock.instant(), viewer.get().name());
        }
        return errors;
    }

    /** Strikes out a vote that was counted wrongly; it stays to be seen, with the reason. */
    void strike(MeetingId id, UUID vote, String reason) {
        floor.running(id);
        if (reason.isBlank()) {
            throw new Refused("proceedings.refused.strike-reason");
        }
        if (!votes.strike(
                id, vote, reason.strip(), clock.instant(), viewer.get().name())) {
            throw new Refused("proceedings.refused.struck");
        }
    }

    @Transactional(readOnly = true)
    List<Vote> of(MeetingId id) {
        return votes.of(id);
    }
}
