package org.giaoban.tasks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.tasks.RateRepository.Numbers;
import org.giaoban.tasks.TaskFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The on-time rate of a period, of units and of persons: done in time among done in time, done late, and overdue. */
@Service
@Transactional(readOnly = true)
class Rates {

    private final RateRepository numbers;
    private final TaskSights sights;
    private final Doers doers;
    private final TaskNames names;
    private final Deeds deeds;

    Rates(RateRepository numbers, TaskSights sights, Doers doers, TaskNames names, Deeds deeds) {
        this.numbers = numbers;
        this.sights = sights;
        this.doers = doers;
        this.names = names;
        this.deeds = deeds;
    }

    /** Whose rates. */
    enum By {
        UNIT,
        PERSON
    }

    /** The numbers of one unit or person, or of all together when there is no id. */
    record Rate(@Nullable UUID id, String name, int given, int inTime, int late, int overdue, int extended) {

        private Rate plus(Rate other) {
            return new Rate(
                    id,
                    name,
                    given + other.given,
                    inTime + other.inTime,
                    late + other.late,
                    overdue + other.overdue,
                    extended + other.extended);
        }

        /** In per cent with one decimal; null when nothing was due. */
        @Nullable
        BigDecimal percent() {
            var all = inTime + late + overdue;
            return all == 0
                    ? null
                    : BigDecimal.valueOf(100L * inTime).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
        }
    }

    /** The rows by name, and all together. */
    record Table(Rate all, List<Rate> rows) {}

    /** @param view tasks that units owe, or tasks that units gave */
    Table of(View view, By by, Period period) {
        var counted = numbers.of(sights.of(view, deeds.today()), period);
        var none = new Rate(null, "", 0, 0, 0, 0, 0);
        var grouped = by == By.UNIT ? ofUnits(counted) : ofPersons(counted, asOf(period));
        var rows = grouped.values().stream()
                .filter(rate -> rate.given() + rate.inTime() + rate.late() + rate.overdue() > 0)
                .sorted(Comparator.comparing(Rate::name, VietnameseText.alphabetical()))
                .toList();
        var all = counted.stream().map(one -> rate(null, "", one)).reduce(none, Rate::plus);
        return new Table(all, rows);
    }

    /** Whoever held the post when the period ended. */
    private LocalDate asOf(Period period) {
        return period.lastDay().isAfter(deeds.today()) ? deeds.today() : period.lastDay();
    }

    private Map<UUID, Rate> ofUnits(List<Numbers> counted) {
        var called = names.units(
                counted.stream()
                        .map(one -> one.duty().unit())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                deeds.today());
        return grouped(counted, one -> one.duty().unit(), UnitId::value, called);
    }

    private Map<UUID, Rate> ofPersons(List<Numbers> counted, LocalDate day) {
        var answering = doers.answering(counted.stream().map(Numbers::duty).toList(), day);
        var called = names.people(answering.values().stream().collect(Collectors.toSet()));
        return grouped(counted, one -> answering.get(one.duty()), PersonId::value, called);
    }

    private static <I> Map<UUID, Rate> grouped(
            List<Numbers> counted,
            Function<Numbers, @Nullable I> whose,
            Function<I, UUID> value,
            Map<I, String> called) {
        var rates = new LinkedHashMap<UUID, Rate>();
        for (var one : counted) {
            var id = whose.apply(one);
            if (id != null) {
                rates.merge(
                        value.apply(id),
                        rate(value.apply(id), Objects.requireNonNullElse(called.get(id), ""), one),
                        Rate::plus);
            }
        }
        return rates;
    }

    private static Rate rate(@Nullable UUID id, String name, Numbers one) {
        return new Rate(id, name, one.given(), one.inTime(), one.late(), one.overdue(), one.extended());
    }
}
