package org.giaoban.tasks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes recurring orders and lays overdue work before leaders, every hour, on one node at a time; both do each thing once. */
@Configuration(proxyBeanMethods = false)
class TaskJobs {

    private static final FixedDelay PACE = FixedDelay.ofHours(1);

    @Bean
    RecurringTask<Void> taskRounds(RepeatRound recurrences, EscalationRound escalations, Actor actor, Clock clock) {
        return Tasks.recurring("tasks-rounds", PACE)
                .execute((task, context) -> actor.asSystem(() -> {
                    recurrences.run(LocalDate.now(clock));
                    escalations.run(LocalDate.now(clock));
                }));
    }
}
