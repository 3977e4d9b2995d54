package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of what is counted, and the checks that go with it. */
@Service
@Transactional
public class Indicators {

    private final IndicatorRepository repository;
    private final CheckRepository checks;
    private final Audit audit;

    Indicators(IndicatorRepository repository, CheckRepository checks, Audit audit) {
        this.repository = repository;
        this.checks = checks;
        this.audit = audit;
    }

    /** All indicators valid on a day, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Indicator> catalogue(LocalDate on) {
        return repository.on(on);
    }

    @Transactional(readOnly = true)
    public Optional<Indicator> byCode(String code, LocalDate on) {
        return repository.versions(code).stream()
                .filter(version -> version.edition().valid().contains(on))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Indicator get(String code, LocalDate on) {
        return byCode(code, on).orElseThrow(() -> new NotFound(code));
    }

    /** In the order asked; codes unknown on that day are left out. */
    @Transactional(readOnly = true)
    public List<Indicator> of(Collection<String> codes, LocalDate on) {
        var known = catalogue(on).stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        return codes.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** The calculated indicators of a day that need nothing but these, and each other. */
    @Transactional(readOnly = true)
    public Set<String> madeOf(Collection<String> codes, LocalDate on) {
        var known = new HashSet<>(codes);
        var made = new LinkedHashSet<String>();
        var derived = catalogue(on).stream()
                .filter(one -> one.derived() && !one.components().isEmpty())
                .toList();
        var before = -1;
        while (before < made.size()) {
            before = made.size();
            derived.stream()
                    .filter(one -> known.containsAll(one.components()))
                    .map(Indicator::code)
                    .filter(known::add)
                    .forEach(made::add);
        }
        return made;
    }

    /** The calculated indicators of a day that take the plan of one of these. */
    @Transactional(readOnly = true)
    public Set<String> restingOnPlans(Collection<String> codes, LocalDate on) {
        return catalogue(on).stream()
                .filter(indicator -> indicator.planned().anyMatch(codes::contains))
                .map(Indicator::code)
                .collect(Collectors.toSet());
    }

    /** Group code to name in the viewer's language, in order. */
    @Transactional(readOnly = true)
    public Map<String, String> groups() {
        var english = Texts.language().equals("en");
        var names = new LinkedHashMap<String, String>();
        repository.groups().forEach(group -> names.put(group.code(), english ? group.nameEn() : group.nameVi()));
        return names;
    }

    /** The checks in force on a day. */
    @Transactional(readOnly = true)
    public List<CheckRule> checks(LocalDate on) {
        return checks.on(on);
    }

    /** The last day up to this one on which the catalogue became another one. */
    @Transactional(readOnly = true)
    LocalDate turnedBy(LocalDate day) {
        return repository.turnedBy(day);
    }

    /** Every version of every line, in the order of the catalogue. */
    @Transactional(readOnly = true)
    List<Indicator> allVersions() {
        return repository.allVersions();
    }

    @Transactional(readOnly = true)
    List<Indicator> versions(String code) {
        var versions = repository.versions(code);
        if (versions.isEmpty()) {
            throw new NotFound(code);
        }
        return versions;
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(Indicator indicator) {
        return audit.history(ref(indicator));
    }

    static ObjectRef ref(Indicator indicator) {
        return new ObjectRef("indicator", new java.util.UUID(0, indicator.id()));
    }
}
