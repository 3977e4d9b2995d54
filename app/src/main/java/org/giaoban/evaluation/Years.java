package org.giaoban.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** The grade of a branch's year, in words. */
@Component
class Years {

    private final ScoreSheetRepository sheets;
    private final Clock clock;

    Years(ScoreSheetRepository sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    /** The year's grade with the rules that were tried; a year that runs has none as long as only the last rule holds. */
    public record Year(int year, String grade, List<String> why) {}

    /** By the sheet that judged the year's last ordinary meeting. */
    Optional<Year> of(int year, List<Score> given) {
        var decided = given.stream()
                .filter(score -> score.decided() && score.judged().day().getYear() == year && ordinary(score))
                .toList();
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        var sheet = sheet(decided.getLast());
        var result = YearGrade.of(
                sheet,
                decided.stream()
                        .map(Score::decision)
                        .filter(Objects::nonNull)
                        .map(Score.Decision::grade)
                        .toList());
        var open = LocalDate.now(clock).getYear() == year && lowest(sheet).equals(result.grade());
        return Optional.of(new Year(
                year,
                open ? Texts.text("evaluation.year.open") : sheet.name(result.grade(), Texts.language()),
                result.tried().stream()
                        .filter(tried -> !open || !tried.holds())
                        .map(tried -> why(sheet, result, tried))
                        .toList()));
    }

    private static String lowest(Sheet sheet) {
        return sheet.body().bands().getLast().code();
    }

    private static String why(Sheet sheet, YearGrade.Result result, YearGrade.Tried tried) {
        var language = Texts.language();
        return Texts.text(
                tried.holds() ? "evaluation.year.holds" : "evaluation.year.fails",
                sheet.name(tried.rule().grade(), language),
                result.meetings(),
                tried.all(),
                sheet.name(tried.rule().all(), language),
                tried.counted(),
                sheet.name(tried.rule().of(), language),
                tried.rule().count());
    }

    /** Whether the meeting is one of those that make the year's grade. */
    boolean ordinary(Score score) {
        return sheet(score).body().ordinary().contains(score.judged().kind());
    }

    private Sheet sheet(Score score) {
        return sheets.all().stream()
                .filter(one -> one.id().equals(score.sheet()))
                .findFirst()
                .orElseThrow(() -> new NotFound(score.sheet()));
    }
}
