package org.giaoban.proceedings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.TextMerge;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.WritingRepository.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes of the items and summaries of speeches, written by several people at once and joined by paragraph. */
@Service
@Transactional
class Notebook {

    static final int LONGEST = 40_000;

    private static final int LONGEST_SUMMARY = 20_000;
    private static final int MOST = 500;

    private final MeetingFloor floor;
    private final SpeechRepository speeches;
    private final WritingRepository writings;
    private final CurrentViewer viewer;
    private final Clock clock;

    Notebook(
            MeetingFloor floor,
            SpeechRepository speeches,
            WritingRepository writings,
            CurrentViewer viewer,
            Clock clock) {
        this.floor = floor;
        this.speeches = speeches;
        this.writings = writings;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Which text: an item's notes, or a speech's summary. */
    enum Kind {
        ITEM,
        SPEECH
    }

    /**
     * One change as its writer made it.
     *
     * @param key the writer's own, the same when the change is sent again
     * @param was what the writer's text was made of
     */
    record Change(UUID key, Kind kind, UUID place, String was, String is) {}

    /** How a text stands after a change; {@code met} when another wrote at the same place. */
    record Standing(UUID place, String text, boolean met) {}

    /** What became of a batch. */
    record Kept(String at, List<Standing> texts) {}

    Kept write(MeetingId id, List<Change> changes) {
        if (changes.size() > MOST) {
            throw new Refused("proceedings.refused.many", MOST);
        }
        floor.running(id);
        var texts = new ArrayList<Standing>();
        for (var change : changes) {
            texts.add(change.kind() == Kind.ITEM ? item(id, change) : speech(id, change));
        }
        return new Kept(Formats.time(clock.instant()), List.copyOf(texts));
    }

    private Standing item(MeetingId id, Change change) {
        var before = floor.lockNotes(id, change.place());
        var after = lay(id, change, before.text(), LONGEST);
        if (!after.text().equals(before.text())) {
            floor.write(change.place(), before, after.text());
        }
        return after;
    }

    private Standing speech(MeetingId id, Change change) {
        var entry = speeches.find(id, change.place()).orElseThrow(() -> new NotFound(change.place()));
        var after = lay(id, change, entry.summary(), LONGEST_SUMMARY);
        if (!after.text().equals(entry.summary())) {
            speeches.summary(entry.id(), after.text());
        }
        return after;
    }

    private Standing lay(MeetingId id, Change change, String now, int longest) {
        if (writings.known(change.key())) {
            return new Standing(change.place(), now, false);
        }
        var merged = TextMerge.of(change.was(), change.is(), now);
        if (merged.text().length() > longest) {
            throw new Refused("proceedings.refused.too-long", longest);
        }
        var written = new Written(
                change.key(),
                change.place(),
                String.join("\n", TextMerge.added(change.was(), change.is())),
                String.join("\n", TextMerge.added(change.is(), change.was())),
                merged.met());
        writings.insert(id, written, viewer.get(), clock.instant());
        return new Standing(change.place(), merged.text(), merged.met());
    }
}
