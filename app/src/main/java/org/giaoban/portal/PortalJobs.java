package org.giaoban.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour the visitors who have been counted are forgotten. */
@Configuration(proxyBeanMethods = false)
class PortalJobs {

    @Bean
    RecurringTask<Void> forgetVisitors(Views views) {
        return Tasks.recurring("portal.forget-visitors", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> views.forgetVisitors());
    }
}
