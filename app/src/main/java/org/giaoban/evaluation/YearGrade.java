package org.giaoban.evaluation;

import java.util.List;
import org.giaoban.evaluation.Sheet.YearRule;

/** The year's grade from the grades of its meetings, by the rule of the sheet in force at the year's last meeting. */
final class YearGrade {

    private YearGrade() {}

    /** A rule, how many meetings reach each side of it, and whether it holds. */
    record Tried(YearRule rule, int all, int counted, boolean holds) {}

    /** The grade and every rule that was tried for it, up to and with the first that holds. */
    record Result(String grade, int meetings, List<Tried> tried) {}

    static Result of(Sheet sheet, List<String> grades) {
        var tried = new java.util.ArrayList<Tried>();
        for (var rule : sheet.body().year()) {
            var all = reaching(sheet, grades, rule.all());
            var counted = reaching(sheet, grades, rule.of());
            var holds = all == grades.size() && counted >= rule.count();
            tried.add(new Tried(rule, all, counted, holds));
            if (holds) {
                return new Result(rule.grade(), grades.size(), List.copyOf(tried));
            }
        }
        return new Result(sheet.body().bands().getLast().code(), grades.size(), List.copyOf(tried));
    }

    private static int reaching(Sheet sheet, List<String> grades, String least) {
        return (int) grades.stream()
                .filter(grade -> sheet.rank(grade) <= sheet.rank(least))
                .count();
    }
}
