package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.FormulaRules.Wrong;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue in the hands of those who keep it: new lines, new versions from a day on, ends. */
@Service
@Transactional
class CatalogueDesk {

    private final IndicatorRepository repository;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    CatalogueDesk(IndicatorRepository repository, Access access, Audit audit, CurrentViewer viewer, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    boolean mayEdit() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT);
    }

    /** The first thing wrong with an indicator's formulas among those of a day. */
    @Transactional(readOnly = true)
    Optional<Wrong> wrong(Indicator line, LocalDate on) {
        return new FormulaRules(repository.on(on)).wrong(line);
    }

    /** The first day a version may begin: reports of months that are over keep what they were made with. */
    LocalDate earliest() {
        return OpenMonths.of(clock).first();
    }

    /** A new line of the catalogue from a day on. */
    void create(Indicator line) {
        keeper(line.code());
        OpenMonths.of(clock).mayBegin(line.edition().valid().from());
        repository.insertCodes(List.of(line.code()));
        var id = repository.lock(line.code());
        if (!repository.versions(line.code()).isEmpty()) {
            throw new Refused("indicators.edit.taken", line.code());
        }
        insert(line.as(id, 1, line.edition().valid()), "indicators.create");
    }

    /** A new wording from a day on; what was reported before keeps the old one. */
    void revise(Indicator revised, LocalDate from) {
        keeper(revised.code());
        var id = repository.lock(revised.code());
        var latest = repository.versions(revised.code()).getLast();
        if (!from.isAfter(latest.edition().valid().from())) {
            throw new Refused("indicators.edit.not-later");
        }
        if (from.isBefore(earliest())) {
            throw new Refused("indicators.edit.past");
        }
        var version = latest.edition().version();
        if (lasts(latest, from)) {
            repository.end(id, version, from);
        }
        insert(revised.as(id, version + 1, new DateRange(from, ending(latest, from))), "indicators.revise");
    }

    /** From a day on the catalogue has the line no longer; what was reported before stays as it is. */
    void end(String code, LocalDate from) {
        keeper(code);
        OpenMonths.of(clock).mayBegin(from);
        // nobody writes a formula that needs it meanwhile
        repository.lockAll();
        var id = repository.lock(code);
        var latest = repository.versions(code).getLast();
        var valid = latest.edition().valid();
        if (valid.until() != null) {
            throw new Refused("indicators.end.ended", Formats.date(valid.until()));
        }
        if (!from.isAfter(valid.from())) {
            throw new Refused("indicators.end.not-later", Formats.date(valid.from()));
        }
        var needing = needing(code, from);
        if (!needing.isEmpty()) {
            throw new Refused("indicators.end.needed", String.join(", ", needing));
        }
        repository.end(id, latest.edition().version(), from);
        audit.record("indicators.end", Indicators.ref(latest), null, Map.of("code", code, "from", from.toString()));
    }

    /** What is calculated from it on that day or later. */
    private List<String> needing(String code, LocalDate from) {
        return repository.allVersions().stream()
                .filter(line -> lasts(line, from))
                .filter(line -> line.components().contains(code))
                .map(Indicator::code)
                .distinct()
                .toList();
    }

    /** A line that ends keeps its end under a new wording, unless it ends before. */
    private static @Nullable LocalDate ending(Indicator latest, LocalDate from) {
        return lasts(latest, from) ? latest.edition().valid().until() : null;
    }

    private static boolean lasts(Indicator latest, LocalDate from) {
        var until = latest.edition().valid().until();
        return until == null || until.isAfter(from);
    }

    private void insert(Indicator line, String act) {
        var from = line.edition().valid().from();
        wrong(line, from).ifPresent(wrong -> {
            throw new Refused("indicators.edit.formula", wrong.text());
        });
        repository.insert(List.of(line), clock.instant(), viewer.get().account());
        audit.record(act, Indicators.ref(line), null, details(line));
    }

    static Map<String, ?> details(Indicator line) {
        var edition = line.edition();
        return Map.of(
                "code",
                line.code(),
                "version",
                edition.version(),
                "from",
                edition.valid().from().toString());
    }

    /** Whoever does not keep the catalogue finds nothing here. */
    void keeper(String code) {
        if (!mayEdit()) {
            throw new NotFound(code);
        }
    }
}
