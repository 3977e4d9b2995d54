package org.giaoban.indicators;

import static org.giaoban.indicators.CatalogueFile.cell;
import static org.giaoban.indicators.CatalogueFile.day;
import static org.giaoban.indicators.CatalogueFile.dayOrNone;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.CheckRepository.Written;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the profile's catalogue and checks into the database; what is already there was perhaps edited and stays. */
@Component
class Catalogue implements ProfilePart {

    private static final int ORDER = 40;
    private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final IndicatorRepository indicators;
    private final CheckRepository checks;
    private final RelationRepository relations;
    private final ReporterRepository reporters;
    private final Clock clock;

    Catalogue(
            IndicatorRepository indicators,
            CheckRepository checks,
            RelationRepository relations,
            ReporterRepository reporters,
            Clock clock) {
        this.indicators = indicators;
        this.checks = checks;
        this.relations = relations;
        this.reporters = reporters;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        var groups = profile.csv("indicator-groups.csv");
        for (var position = 0; position < groups.size(); position++) {
            var row = groups.get(position);
            indicators.insertGroup(
                    new IndicatorRepository.Group(cell(row, "code"), cell(row, "name_vi"), cell(row, "name_en")),
                    position + 1);
        }
        var rows = profile.csv("indicators.csv");
        indicators.insertCodes(rows.stream().map(row -> cell(row, "code")).toList());
        var ids = indicators.ids();
        var lines = rows.stream()
                .map(CatalogueFile::read)
                .map(line -> line.as(
                        ids.getOrDefault(line.code(), (short) 0),
                        1,
                        line.edition().valid()))
                .toList();
        reporters.insert(reporters(profile.csv("reporters.csv")));
        indicators.insert(lines, clock.instant(), null);
        var related = profile.csv("indicator-relations.csv").stream()
                .map(Catalogue::relation)
                .toList();
        if (relations.insert(related, ids) > 0) {
            checks.renew();
        }
        checks.insertAbsent(checks(profile, lines));
    }

    private static List<Reporter> reporters(List<Map<String, String>> rows) {
        var reporters = new LinkedHashMap<String, Reporter>();
        for (var row : rows) {
            var reporter = reporters.computeIfAbsent(
                    cell(row, "code"),
                    code -> new Reporter(code, cell(row, "name_vi"), cell(row, "name_en"), new ArrayList<>()));
            Arrays.stream(cell(row, "unit_kinds").split(" "))
                    .filter(kind -> !kind.isEmpty())
                    .map(kind -> new Reporter.Kind(kind, cell(row, "capability"), valid(row)))
                    .forEach(reporter.kinds()::add);
        }
        return List.copyOf(reporters.values());
    }

    private static IndicatorRelation relation(Map<String, String> row) {
        return new IndicatorRelation(
                (short) 0,
                cell(row, "whole"),
                cell(row, "part"),
                IndicatorRelation.Kind.valueOf(cell(row, "kind")),
                new IndicatorRelation.Cut(cell(row, "cut_vi"), cell(row, "cut_en")),
                CheckRule.Severity.valueOf(cell(row, "severity")),
                valid(row));
    }

    private static DateRange valid(Map<String, String> row) {
        return new DateRange(day(cell(row, "from")), dayOrNone(cell(row, "until")));
    }

    private static List<Written> checks(Profile profile, List<Indicator> lines) {
        var file = profile.yaml("checks.yaml", Map.class);
        var written = new ArrayList<Written>();
        for (var entry : list(file, "checks")) {
            var check = (Map<?, ?>) entry;
            written.add(check(
                    text(check.get("code")),
                    text(check.get("severity")),
                    text(check.get("rule")),
                    check.get("from") == null ? SINCE : day(text(check.get("from"))),
                    check.get("until") == null ? null : day(text(check.get("until")))));
        }
        var over = list(file, "mayExceedHundred");
        var under = list(file, "mayBeNegative");
        lines.stream().filter(line -> line.type() != Type.TEXT).forEach(line -> {
            var most = line.type() == Type.PERCENT && !over.contains(line.code()) && !under.contains(line.code());
            if (!under.contains(line.code())) {
                var rule = "0 <= " + line.code() + (most ? " <= " + HUNDRED : "");
                written.add(check(line.code() + "-bounds", "BLOCKS", rule, SINCE, null));
            }
        });
        return written;
    }

    private static List<?> list(Map<?, ?> file, String name) {
        return file.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Written check(String code, String severity, String rule, LocalDate from, @Nullable LocalDate until) {
        return new Written(code, severity, rule, CheckDesk.sentence(CheckReader.read(rule)), from, until);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
