package org.giaoban.personaldata;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Component;

/** How long an answer may take, and how early it is reminded of, by the law of the day: the clocks of {@code personal-data.yaml}. */
@Component
class Clocks implements ProfilePart {

    private volatile List<Rule> rules = List.of();

    /** How a time is counted. */
    enum Count {
        WORKING,
        DAYS,
        HOURS
    }

    /** So many working days, days or hours. */
    record Span(Count count, int amount) {

        String word() {
            return Texts.text("personaldata.count." + count.name(), amount);
        }

        /** The last day; hours that end within a day make it the last one. */
        LocalDate lastDay(Instant from, WorkingCalendar calendar) {
            var day = LocalDate.ofInstant(from, Zone.ID);
            return switch (count) {
                case WORKING -> calendar.plusWorkingDays(day, amount);
                case DAYS -> day.plusDays(amount);
                case HOURS -> LocalDate.ofInstant(from.plus(Duration.ofHours(amount)), Zone.ID);
            };
        }

        /** Hours end to the minute, days with the day. */
        Instant until(Instant from, WorkingCalendar calendar) {
            return count == Count.HOURS
                    ? from.plus(Duration.ofHours(amount))
                    : lastDay(from, calendar).plusDays(1).atStartOfDay(Zone.ID).toInstant();
        }
    }

    /** Days to do what was asked, and by how many that may be put off once. */
    record Perform(int days, int extended) {

        String word() {
            return extended == 0
                    ? Texts.text("personaldata.count.DAYS", days)
                    : Texts.text("personaldata.count.extended", days, extended);
        }
    }

    /** By when a breach has to be looked at, and by when the authority has to know. */
    record Alarm(Span assess, Span report) {}

    /** What holds from a day on. */
    record Rule(
            LocalDate from, String law, Span answer, Alarm breach, Map<RequestKind, Perform> perform, int remindAhead) {

        Perform of(RequestKind kind) {
            return Objects.requireNonNull(perform.get(kind), kind.name());
        }
    }

    @Override
    public int order() {
        return 56;
    }

    @Override
    public void load(Profile profile) {
        var file = profile.yaml(PersonalDataProfile.FILE, Map.class);
        rules = ((List<?>) Objects.requireNonNull(file.get("clocks")))
                .stream()
                        .map(one -> rule((Map<?, ?>) one))
                        .sorted(Comparator.comparing(Rule::from))
                        .toList();
    }

    List<Rule> all() {
        return rules;
    }

    Rule on(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no clocks for personal data on " + day));
    }

    private static Rule rule(Map<?, ?> row) {
        var perform = new EnumMap<RequestKind, Perform>(RequestKind.class);
        map(row, "perform").forEach((kind, days) -> {
            var one = (Map<?, ?>) days;
            perform.put(
                    RequestKind.valueOf(String.valueOf(kind)),
                    new Perform(number(one, "days"), number(one, "extended")));
        });
        return new Rule(
                LocalDate.parse(String.valueOf(row.get("from"))),
                String.valueOf(row.get("law")),
                span(map(row, "answer")),
                new Alarm(span(map(row, "assess")), span(map(row, "breach"))),
                Map.copyOf(perform),
                number(row, "remind_ahead"));
    }

    private static Span span(Map<?, ?> row) {
        return new Span(Count.valueOf(String.valueOf(row.get("count"))), number(row, "amount"));
    }

    private static Map<?, ?> map(Map<?, ?> row, String name) {
        return (Map<?, ?>) Objects.requireNonNull(row.get(name), name);
    }

    private static int number(Map<?, ?> row, String name) {
        return Integer.parseInt(String.valueOf(row.get(name)));
    }
}
