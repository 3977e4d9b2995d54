package org.giaoban.indicators;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.indicators.CheckRepository.Written;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checks of returns in the hands of those who keep the catalogue: added from a day on, ended on a day, never deleted. */
@Service
@Transactional
class CheckDesk {

    private static final int SAME_SUBJECT = 99;

    private final CheckRepository checks;
    private final IndicatorRepository indicators;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    CheckDesk(CheckRepository checks, IndicatorRepository indicators, Access access, Audit audit, Clock clock) {
        this.checks = checks;
        this.indicators = indicators;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those in force today or later, as they are written. */
    @Transactional(readOnly = true)
    List<Written> open() {
        return checks.open(LocalDate.now(clock));
    }

    /** Those in force today that follow from what is part of what. */
    @Transactional(readOnly = true)
    List<CheckRule> following() {
        return checks.following(LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    Written get(String code) {
        return checks.find(code).orElseThrow(() -> new NotFound(code));
    }

    @Transactional(readOnly = true)
    Map<String, String> names(LocalDate on) {
        return indicators.on(on).stream().collect(Collectors.toMap(Indicator::code, Indicator::name));
    }

    /** The code the check got: its subject, its kind, and a number when there is such a one already. */
    String add(String relation, String severity, LocalDate from) {
        keeper();
        OpenMonths.of(clock).mayBegin(from);
        var read = CheckReader.read(relation);
        var taken = checks.codes();
        var stem = read.subject() + "-" + CheckReader.kind(read);
        var code = IntStream.rangeClosed(1, SAME_SUBJECT)
                .mapToObj(number -> number == 1 ? stem : stem + "-" + number)
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow(() -> new Refused("indicators.check-edit.full", read.subject()));
        if (!checks.insert(new Written(code, severity, relation, sentence(read), from, null))) {
            throw new Refused("indicators.check-edit.again");
        }
        record("indicators.check-added", code, Map.of("code", code, "from", from.toString()));
        return code;
    }

    /** A check that is not in force yet. */
    CheckRule draft(String relation, String severity, LocalDate from) {
        var read = CheckReader.read(relation);
        return new CheckRule("", Severity.valueOf(severity), read, sentence(read), DateRange.from(from));
    }

    static String sentence(Relation relation) {
        return "indicators.check." + CheckReader.kind(relation);
    }

    /** Another one in the place of one that ends the day before. */
    void replace(String old, String relation, String severity, LocalDate from) {
        OpenMonths.of(clock).mayBegin(from);
        end(old, from.minusDays(1));
        add(relation, severity, from);
    }

    /** From the day after the last one the check no longer speaks. */
    void end(String code, LocalDate last) {
        keeper();
        OpenMonths.of(clock).mayEnd(last);
        var until = last.plusDays(1);
        if (!until.isAfter(get(code).from())) {
            throw new Refused("indicators.check-edit.before-start");
        }
        if (!checks.end(code, until)) {
            throw new Refused("indicators.check-edit.ended");
        }
        record("indicators.check-ended", code, Map.of("code", code, "until", until.toString()));
    }

    boolean mayEdit() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT);
    }

    private void keeper() {
        if (!mayEdit()) {
            throw new NotFound("checks");
        }
    }

    private void record(String act, String code, Map<String, String> details) {
        var id = UUID.nameUUIDFromBytes(("check " + code).getBytes(StandardCharsets.UTF_8));
        audit.record(act, new ObjectRef("check", id), null, details);
    }
}
