package org.giaoban.portal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.giaoban.platform.Actor;
import org.giaoban.platform.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Lets out and takes off what is due, each article in a transaction of its own. */
@Component
class PublishingRound {

    private static final int MOST = 500;
    private static final int SECONDS = 15;

    private final Publishing publishing;
    private final Actor actor;

    PublishingRound(Publishing publishing, Actor actor) {
        this.publishing = publishing;
        this.actor = actor;
    }

    void run() {
        actor.asSystem(() -> {
            publishing.due(MOST).forEach(publishing::letOut);
            var why = Texts.text(Texts.VIETNAMESE, "portal.withdraw.hour-over");
            publishing.toWithdraw(MOST).forEach(article -> publishing.takeOff(article, why));
        });
    }

    /** Every few seconds by the clock of the story, on one node at a time. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> publishWhatIsDue(PublishingRound round) {
            return Tasks.recurring("portal-publishing", FixedDelay.ofSeconds(SECONDS))
                    .execute((task, context) -> round.run());
        }
    }
}
