package org.giaoban.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.giaoban.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Every minute the newest printed figures, and some pages of all the others. */
@Component
class FigureRound {

    private static final int PAGES = 10;

    private final FigureWalk walk;
    private final Actor actor;

    FigureRound(FigureWalk walk, Actor actor) {
        this.walk = walk;
        this.actor = actor;
    }

    void run() {
        actor.asSystem(() -> {
            walk.newest();
            var pages = 1;
            while (walk.further() && pages < PAGES) {
                pages++;
            }
        });
    }

    /** On one node at a time. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> compareFigures(FigureRound round) {
            return Tasks.recurring("portal.figures", FixedDelay.ofMinutes(1)).execute((task, context) -> round.run());
        }
    }
}
