package org.giaoban.personaldata;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.PersonId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who read a person's file, when, what of it, and by which right. */
@Component
class ReadLog {

    static final int PAGE = 50;

    private final Audit audit;
    private final Organization organization;
    private final SystemWork system;
    private final Clock clock;

    ReadLog(Audit audit, Organization organization, SystemWork system, Clock clock) {
        this.audit = audit;
        this.organization = organization;
        this.system = system;
        this.clock = clock;
    }

    /** One reading. */
    public record Reading(Instant at, String who, String part, String right, String unit) {}

    Slice<Reading> of(@Nullable PersonId person, @Nullable UUID before) {
        return person == null ? new Slice<>(List.of(), null) : system.read(() -> page(person, before));
    }

    private Slice<Reading> page(PersonId person, @Nullable UUID before) {
        var files = Stream.of("person", "member", "personal-file")
                .map(kind -> new ObjectRef(kind, person.value()))
                .toList();
        var page = Slice.of(
                audit.readings(files, before, PAGE + 1),
                PAGE,
                entry -> entry.id().toString());
        var units = page.items().stream()
                .map(AuditEntry::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = organization.names(units, LocalDate.now(clock));
        var readings = page.items().stream()
                .map(entry -> new Reading(
                        entry.at(),
                        entry.actorName(),
                        word("audit.value.part.", entry.details().getOrDefault("part", "page")),
                        word("audit.value.by.", entry.details().getOrDefault("by", "")),
                        entry.unit() == null ? "" : names.getOrDefault(entry.unit(), "")))
                .toList();
        return new Slice<>(readings, page.next());
    }

    private static String word(String beginning, String code) {
        return Texts.has(beginning + code) ? Texts.text(beginning + code) : code;
    }
}
