package org.giaoban.consolidation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.giaoban.indicators.FigureLine;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a level's report that was sent prints, for boards that show the present beside it. Callers have checked access. */
@Service
@Transactional(readOnly = true)
public class SealedFigures {

    private final LevelRepository reports;
    private final SealRepository seals;

    SealedFigures(LevelRepository reports, SealRepository seals) {
        this.reports = reports;
        this.seals = seals;
    }

    /** Where the reports are, and by indicator the printed figure where the live one is another. */
    public record Differing(String href, Map<String, Printed> printed) {}

    /** A printed figure and the report that prints it. */
    public record Printed(String text, String href) {}

    /** Empty while the level has not sent a report for the period. */
    public Optional<Differing> differing(Unit unit, Period period, Supplier<List<FigureLine>> live) {
        var standing = reports.find(unit.id(), period).stream()
                .filter(row -> row.state().stands())
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var newest = seals.newest(standing.stream().map(ReportRow::id).toList());
        var printed = new HashMap<String, Printed>();
        for (var line : live.get()) {
            var code = line.indicator().code();
            for (var row : standing) {
                var sent = newest.getOrDefault(row.id(), Map.of()).get(code);
                if (sent != null && !sent.same(Stated.of(line.actual().figure()))) {
                    printed.putIfAbsent(
                            code, new Printed(sent.text(line.indicator()), Target.href(unit, row.form(), period)));
                }
            }
        }
        var first = Target.href(unit, standing.getFirst().form(), period);
        return Optional.of(new Differing(
                standing.size() == 1 ? first : "/consolidated/" + unit.code() + "/" + period.code(), printed));
    }
}
