package org.giaoban.meetings;

import java.util.List;
import org.giaoban.tasks.TaskLine;

/** What earlier meetings of a series ordered: how much in all, done, late, extended twice or more, and what is not done. */
public record EarlierWork(int total, int done, int late, int extendedTwice, List<TaskLine> unfinished) {

    static EarlierWork of(List<TaskLine> orders) {
        var unfinished = orders.stream()
                .filter(order -> !order.state().closed())
                .sorted(java.util.Comparator.comparingInt(TaskLine::daysLate).reversed())
                .toList();
        return new EarlierWork(
                orders.size(),
                (int) orders.stream().filter(TaskLine::done).count(),
                (int) unfinished.stream().filter(TaskLine::late).count(),
                (int) unfinished.stream()
                        .filter(order -> order.extensions() > 1)
                        .count(),
                unfinished);
    }
}
