package org.giaoban.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of purposes, as it holds today. */
@Service
@Transactional(readOnly = true)
class Purposes {

    /** Rows of each table on a page; the file to take along has all. */
    static final int SHOWN = 5;

    private static final int LAST = 100;
    private static final ObjectRef REGISTER = new ObjectRef("purposes", new UUID(0, 0));

    private final PurposeRepository repository;
    private final Audit audit;
    private final Clock clock;

    Purposes(PurposeRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** A purpose with what is kept for it. */
    public record Served(Purpose purpose, List<PersonalFile.Section> sections) {}

    List<Purpose> now() {
        return repository.on(day());
    }

    LocalDate day() {
        return LocalDate.now(clock);
    }

    /** What held before and what will hold. */
    List<Purpose> others() {
        var now = now();
        return repository.all().stream().filter(one -> !now.contains(one)).toList();
    }

    List<AuditEntry> history() {
        return audit.history(REGISTER);
    }

    /** False when that purpose has a version from that day already. */
    @Transactional
    boolean put(PurposeForm form) {
        var place = repository.all().stream()
                .filter(one -> one.code().equals(form.code()))
                .mapToInt(Purpose::place)
                .findFirst()
                .orElse(LAST);
        if (!repository.add(form.purpose(place))) {
            return false;
        }
        audit.record("personaldata.purpose-put", REGISTER, null, Map.of("code", form.code(), "from", form.from()));
        return true;
    }

    /** In the order of the register; purposes nothing is kept for are left out. */
    List<Served> serving(List<PersonalFile.Section> sections) {
        var byPurpose = sections.stream().collect(Collectors.groupingBy(PersonalFile.Section::purpose));
        return now().stream()
                .filter(purpose -> byPurpose.containsKey(purpose.code()))
                .map(purpose -> new Served(purpose, byPurpose.getOrDefault(purpose.code(), List.of())))
                .toList();
    }
}
