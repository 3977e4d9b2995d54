package org.giaoban.pictures;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes pictures get the copies they lack. */
@Configuration(proxyBeanMethods = false)
class PictureJobs {

    @Bean
    RecurringTask<Void> completePictures(Completion completion) {
        return Tasks.recurring("pictures.complete", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> completion.complete());
    }
}
