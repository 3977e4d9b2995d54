package org.giaoban.proceedings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notes and summaries of a meeting as they stand. */
@Component
@Transactional(readOnly = true)
class NotebookReading {

    private final MeetingFloor floor;
    private final SpeechRepository speeches;

    NotebookReading(MeetingFloor floor, SpeechRepository speeches) {
        this.floor = floor;
        this.speeches = speeches;
    }

    Map<UUID, String> texts(MeetingId id) {
        floor.toRun(id);
        var texts = new LinkedHashMap<UUID, String>();
        floor.items(id).forEach(item -> texts.put(item.id(), item.notes().text()));
        speeches.of(id).forEach(speech -> texts.put(speech.id(), speech.summary()));
        return texts;
    }
}
