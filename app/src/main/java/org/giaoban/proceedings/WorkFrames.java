package org.giaoban.proceedings;

import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.ConclusionParts;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of those who run a meeting. */
@Service
@Transactional(readOnly = true)
class WorkFrames {

    private final MeetingFloor floor;
    private final Stages stages;
    private final ConclusionParts conclusions;
    private final MajorityRepository majorities;
    private final WritingRepository writings;
    private final Pulses pulses;
    private final CurrentViewer viewer;

    WorkFrames(
            MeetingFloor floor,
            Stages stages,
            ConclusionParts conclusions,
            MajorityRepository majorities,
            WritingRepository writings,
            Pulses pulses,
            CurrentViewer viewer) {
        this.floor = floor;
        this.stages = stages;
        this.conclusions = conclusions;
        this.majorities = majorities;
        this.writings = writings;
        this.pulses = pulses;
        this.viewer = viewer;
    }

    WorkFrame of(MeetingId id, @Nullable UUID item, String tab, VoteForm vote, Map<String, String> errors) {
        var room = floor.toRun(id);
        // felt before reading: what changes in between is shown again rather than missed
        var pulse = pulses.now(id).code();
        var stage = stages.of(room);
        return new WorkFrame(
                stage,
                conclusions.of(id, !tab.isEmpty()),
                majorities.on(room.day()),
                writings.writers(id),
                pulse,
                stage.agenda().chosen(item),
                tab,
                vote,
                errors,
                viewer.get().account().toString());
    }
}
