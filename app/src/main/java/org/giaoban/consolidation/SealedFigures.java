package org.giaoban.consolidation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureText;
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

    /** The report's page, and by indicator the printed figure where the live one is another. */
    public record Differing(String href, int version, Map<String, String> printed) {}

    /** Empty while the level has not sent a report for the period. */
    public Optional<Differing> differing(Unit unit, Period period, Supplier<List<FigureLine>> live) {
        return reports.find(unit.id(), period)
                .filter(row -> row.state().stands())
                .flatMap(row -> seals.find(row.id(), row.version()).map(kept -> {
                    var printed = new HashMap<String, String>();
                    for (var line : live.get()) {
                        var code = line.indicator().code();
                        var sent = kept.lines().get(code);
                        if (sent != null
                                && !Kept.same(sent.figure(), line.actual().figure())) {
                            printed.put(code, FigureText.of(line.indicator(), sent.figure()));
                        }
                    }
                    return new Differing(LevelPages.href(unit, period), kept.number(), printed);
                }));
    }
}
