package org.giaoban.readers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of words: looks through what readers write, and is changed with a day and a trace. */
@Service
@Transactional
class WordList {

    private final WordRepository words;
    private final Audit audit;
    private final Clock clock;

    WordList(WordRepository words, Audit audit, Clock clock) {
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** The words of the list that stand in the text today. */
    record Found(Set<String> refused, Set<String> marked) {}

    @Transactional(readOnly = true)
    Found in(String text) {
        var read = Plain.of(text);
        var refused = new LinkedHashSet<String>();
        var marked = new LinkedHashSet<String>();
        words.inForce(LocalDate.now(clock)).stream()
                .filter(word -> read.has(word.getValue()))
                .forEach(word -> (word.getKey() == WordEffect.REFUSE ? refused : marked).add(word.getValue()));
        return new Found(refused, marked);
    }

    @Transactional(readOnly = true)
    List<WordRepository.Word> of(WordEffect effect) {
        return words.of(effect, LocalDate.now(clock));
    }

    boolean add(WordEffect effect, String text, LocalDate from) {
        var added = words.add(effect, text, from);
        if (added) {
            trace(effect, "readers.word-added", Map.of("text", text, "from", from.toString()));
        }
        return added;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(UUID id, LocalDate last) {
        var word = words.find(id).orElseThrow(() -> new NotFound(id));
        var ended = words.end(id, last.plusDays(1));
        if (ended) {
            trace(word.effect(), "readers.word-ended", Map.of("text", word.text(), "last", last.toString()));
        }
        return ended;
    }

    private void trace(WordEffect effect, String act, Map<String, String> details) {
        var list = UUID.nameUUIDFromBytes(effect.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        audit.record(act, new ObjectRef("reader-words", list), null, details);
    }
}
