package org.giaoban.meetings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Makes the drafts that are due, each in a transaction of its own. */
@Component
class SeriesRound {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesRound.class);
    private static final int MOST = 2_000;

    private final SeriesDrafts drafts;
    private final Actor actor;

    SeriesRound(SeriesDrafts drafts, Actor actor) {
        this.drafts = drafts;
        this.actor = actor;
    }

    void run() {
        actor.asSystem(() -> drafts.due(MOST).forEach(series -> {
            try {
                drafts.draft(series);
            } catch (Refused refused) {
                // somebody drafted it in the meantime, which is as good
                LOG.info("Series {} has its next meeting already", series);
            }
        }));
    }

    /** Every hour, on one node at a time. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> draftMeetings(SeriesRound round) {
            return Tasks.recurring("meetings-drafts", FixedDelay.ofHours(1)).execute((task, context) -> round.run());
        }
    }
}
