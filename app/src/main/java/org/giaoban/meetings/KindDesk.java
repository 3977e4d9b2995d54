package org.giaoban.meetings;

import static org.giaoban.access.Capability.CATALOGUE_EDIT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of meetings and the versions of their rules; what was in force stays as it was. */
@Service
@Transactional
class KindDesk {

    private static final int MOST_WORDS = 200;

    private final KindRepository kinds;
    private final KindWriter writer;
    private final MeetingNames names;
    private final Access access;
    private final Audit audit;

    KindDesk(KindRepository kinds, KindWriter writer, MeetingNames names, Access access, Audit audit) {
        this.kinds = kinds;
        this.writer = writer;
        this.names = names;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<MeetingKind> all() {
        return kinds.all(names.today());
    }

    @Transactional(readOnly = true)
    List<MeetingKind> versions(String code) {
        var versions = kinds.versions(code);
        if (versions.isEmpty()) {
            throw new NotFound(code);
        }
        return versions;
    }

    @Transactional(readOnly = true)
    String words() {
        return String.join(", ", kinds.separationWords());
    }

    boolean edits() {
        return access.allowsAnywhere(CATALOGUE_EDIT);
    }

    /** The rules from a day on; a version of that very day, not in force before, gives way. */
    void put(String code, MeetingKind.Version version) {
        versions(code);
        writer.replaceVersion(code, version.validFrom(), version);
        trace("kind", code, Map.of("from", version.validFrom().toString()));
    }

    void words(String typed) {
        var words = Stream.of(typed.split("[,\\n]"))
                .map(word -> VietnameseText.nfc(word).strip().toLowerCase(java.util.Locale.ROOT))
                .filter(word -> !word.isEmpty() && word.length() <= 80)
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.toList());
        writer.replaceSeparationWords(words);
        trace("separation", "words", Map.of("words", words.size()));
    }

    private void trace(String act, String name, Map<String, ?> details) {
        var id = UUID.nameUUIDFromBytes(("meeting-kind " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        audit.record("meetings-" + act, new ObjectRef("meeting-kind", id), null, details);
    }

    java.time.LocalDate today() {
        return names.today();
    }
}
