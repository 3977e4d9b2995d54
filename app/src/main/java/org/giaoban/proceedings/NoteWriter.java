package org.giaoban.proceedings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.giaoban.kernel.TextMerge;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Notebook.Change;
import org.giaoban.proceedings.Notebook.Kept;
import org.giaoban.proceedings.Notebook.Kind;
import org.giaoban.proceedings.Notebook.Sheet;
import org.giaoban.proceedings.Notebook.Standing;
import org.giaoban.proceedings.WritingRepository.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays what several writers sent over the texts, one after the other, in one transaction. */
@Service
@Transactional
class NoteWriter {

    static final int LONGEST = 40_000;

    private static final int LONGEST_SUMMARY = 20_000;

    private final MeetingFloor floor;
    private final SpeechRepository speeches;
    private final WritingRepository writings;
    private final Clock clock;

    NoteWriter(MeetingFloor floor, SpeechRepository speeches, WritingRepository writings, Clock clock) {
        this.floor = floor;
        this.speeches = speeches;
        this.writings = writings;
        this.clock = clock;
    }

    /** A sheet that cannot be kept fails the round; then each is laid alone. */
    Map<Sheet, Supplier<Kept>> write(List<Sheet> sheets) {
        sheets.stream().map(Sheet::meeting).distinct().forEach(floor::holdRunning);
        var kept = new LinkedHashMap<Sheet, Supplier<Kept>>();
        for (var sheet : sheets) {
            var texts = new ArrayList<Standing>();
            for (var change : sheet.changes()) {
                texts.add(change.kind() == Kind.ITEM ? item(sheet, change) : speech(sheet, change));
            }
            var at = clock.instant();
            kept.put(sheet, () -> new Kept(Formats.time(at), List.copyOf(texts)));
        }
        return kept;
    }

    private Standing item(Sheet sheet, Change change) {
        var before = floor.lockNotes(sheet.meeting(), change.place());
        var after = lay(sheet, change, before.text(), LONGEST);
        if (!after.text().equals(before.text())) {
            floor.write(change.place(), before, after.text());
        }
        return after;
    }

    private Standing speech(Sheet sheet, Change change) {
        var entry = speeches.find(sheet.meeting(), change.place()).orElseThrow(() -> new NotFound(change.place()));
        var after = lay(sheet, change, entry.summary(), LONGEST_SUMMARY);
        if (!after.text().equals(entry.summary())) {
            speeches.summary(entry.id(), after.text());
        }
        return after;
    }

    private Standing lay(Sheet sheet, Change change, String now, int longest) {
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
        writings.insert(sheet.meeting(), written, sheet.by(), clock.instant());
        return new Standing(change.place(), merged.text(), merged.met());
    }
}
