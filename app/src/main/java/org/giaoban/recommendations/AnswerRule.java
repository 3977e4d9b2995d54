package org.giaoban.recommendations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;

/** Within how many working days a recommendation is to be answered: {@code recommendations.yaml} of the profile. */
@Component
class AnswerRule implements ProfilePart {

    private volatile List<Rule> rules = List.of();

    private record Rule(LocalDate from, int answerWithin, int remindAhead) {}

    @Override
    public int order() {
        return 55;
    }

    @Override
    public void load(Profile profile) {
        List<?> read = profile.yaml("recommendations.yaml", List.class);
        rules = read.stream()
                .map(one -> (Map<?, ?>) one)
                .map(one -> new Rule(
                        LocalDate.parse(String.valueOf(one.get("from"))),
                        Integer.parseInt(String.valueOf(one.get("answerWithin"))),
                        Integer.parseInt(String.valueOf(one.get("remindAhead")))))
                .sorted(Comparator.comparing(Rule::from))
                .toList();
    }

    LocalDate dueOn(LocalDate raised, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(raised, on(raised).answerWithin());
    }

    /** What is due until then is on the day's list. */
    LocalDate remindUntil(LocalDate day, WorkingCalendar calendar) {
        return calendar.plusWorkingDays(day, on(day).remindAhead());
    }

    private Rule on(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no rule for recommendations on " + day));
    }
}
