package org.giaoban.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.evaluation.Followers.Followed;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the list of those who follow branches with what they visited in a quarter. */
@Service
@Transactional(readOnly = true)
class FollowerPages {

    private static final int QUARTERS = 6;

    private final Followers followers;
    private final Organization organization;
    private final People people;
    private final Access access;
    private final Clock clock;

    FollowerPages(Followers followers, Organization organization, People people, Access access, Clock clock) {
        this.followers = followers;
        this.organization = organization;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /** The quarter's list; those who visited nobody stand first. */
    public record Page(Period quarter, Map<String, String> quarters, List<Row> rows, long nobody) {}

    /** A follower as shown. */
    public record Row(Followed followed, String name, String unit, boolean now, boolean mayEnd) {

        boolean nobody() {
            return followed.visits().isEmpty();
        }
    }

    Page list(Period quarter) {
        var today = LocalDate.now(clock);
        var all = followers.during(quarter.days());
        var names = people.names(
                all.stream().map(one -> one.follower().person()).distinct().toList());
        var units = organization.names(
                all.stream().map(one -> one.follower().unit()).distinct().toList(), quarter.lastDay());
        var rows = all.stream()
                .map(one -> new Row(
                        one,
                        names.getOrDefault(one.follower().person(), ""),
                        units.getOrDefault(one.follower().unit(), ""),
                        one.follower().valid().contains(today),
                        one.follower().valid().contains(today)
                                && access.allows(
                                        Capability.EVALUATE, one.follower().unit())))
                .sorted(Comparator.comparing((Row row) -> !row.nobody())
                        .thenComparing(Row::name, VietnameseText.nameOrder()))
                .toList();
        return new Page(
                quarter,
                quarters(today),
                rows,
                rows.stream().filter(Row::nobody).count());
    }

    private static Map<String, String> quarters(LocalDate today) {
        var quarters = new LinkedHashMap<String, String>();
        var quarter = Period.quarter(today.getYear(), (today.getMonthValue() + 2) / 3);
        for (var at = 0; at < QUARTERS; at++) {
            quarters.put(quarter.code(), quarter.label(Texts.VIETNAMESE));
            quarter = quarter.previous();
        }
        return quarters;
    }
}
