package org.giaoban.readers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes letters when their moment has come, and every hour erases what is old. */
@Configuration(proxyBeanMethods = false)
class ReadersJobs {

    @Bean
    RecurringTask<Void> forgetReaders(Forgetting forgetting) {
        return Tasks.recurring("readers.forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forgetting.run());
    }

    @Bean
    RecurringTask<Void> writeLetters(NewsletterRound round) {
        return Tasks.recurring("readers.letters", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> round.run());
    }
}
