package org.giaoban.wording;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the lists, each change with its day and a trace. */
@Service
@Transactional
class PhraseDesk {

    private final Phrases phrases;
    private final Audit audit;

    PhraseDesk(Phrases phrases, Audit audit) {
        this.phrases = phrases;
        this.audit = audit;
    }

    /** False when the list has the phrase from that day already. */
    boolean add(Sense sense, String text, LocalDate from) {
        var added = phrases.add(sense, text, from);
        if (added) {
            trace(sense, "wording.phrase-added", Map.of("text", text, "from", from.toString()));
        }
        return added;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(UUID id, LocalDate last) {
        var phrase = phrases.find(id).orElseThrow(() -> new NotFound(id));
        var ended = phrases.end(id, last.plusDays(1));
        if (ended) {
            trace(phrase.sense(), "wording.phrase-ended", Map.of("text", phrase.text(), "last", last.toString()));
        }
        return ended;
    }

    private void trace(Sense sense, String act, Map<String, String> details) {
        var list = UUID.nameUUIDFromBytes(sense.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        audit.record(act, new ObjectRef("wording", list), null, details);
    }
}
