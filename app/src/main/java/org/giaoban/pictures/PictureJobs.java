package org.giaoban.pictures;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Zone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes pictures get the copies they lack; every night those that nothing needs go. */
@Configuration(proxyBeanMethods = false)
class PictureJobs {

    @Bean
    RecurringTask<Void> completePictures(Completion completion) {
        return Tasks.recurring("pictures.complete", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> completion.complete());
    }

    @Bean
    RecurringTask<Void> sweepPictures(Sweep sweep, Actor actor) {
        return Tasks.recurring("pictures.sweep", new Daily(Zone.ID, LocalTime.of(2, 40)))
                .execute((instance, context) -> actor.asSystem(sweep::run));
    }
}
