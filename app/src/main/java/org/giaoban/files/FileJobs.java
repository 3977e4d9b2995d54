package org.giaoban.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.giaoban.platform.Zone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FileJobs {

    @Bean
    RecurringTask<Void> sweepFiles(FileSweep sweep) {
        return Tasks.recurring("files.sweep", Schedules.daily(Zone.ID, LocalTime.of(2, 40)))
                .execute((instance, context) -> sweep.sweep());
    }
}
