package org.giaoban.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the round of reminders every ten minutes, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class ReminderJob {

    private static final FixedDelay PACE = FixedDelay.ofMinutes(10);

    @Bean
    RecurringTask<Void> reminders(ReminderRound round) {
        return Tasks.recurring("notification-reminders", PACE).execute((task, context) -> round.run());
    }
}
