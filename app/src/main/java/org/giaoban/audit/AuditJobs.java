package org.giaoban.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes the ends of the chains are signed and kept outside the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CheckpointSettings.class, ClockSettings.class})
class AuditJobs {

    @Bean
    RecurringTask<Void> keepCheckpoint(Checkpoints checkpoints) {
        return Tasks.recurring("audit.checkpoint", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> checkpoints.keep());
    }
}
