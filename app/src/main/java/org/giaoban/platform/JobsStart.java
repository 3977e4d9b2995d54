package org.giaoban.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Jobs begin after keys, profile and story are there: at a first start they would find nothing of them. */
@Configuration(proxyBeanMethods = false)
class JobsStart {

    record WhenReady(Scheduler scheduler) implements DbSchedulerStarter {

        @Override
        @EventListener(ApplicationReadyEvent.class)
        public void doStart() {
            scheduler.start();
        }
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
    DbSchedulerStarter whenReady(Scheduler scheduler) {
        return new WhenReady(scheduler);
    }
}
