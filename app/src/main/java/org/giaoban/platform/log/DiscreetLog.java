package org.giaoban.platform.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Stands before everything the log is written to, whatever its form, as soon as logging has been set up. */
public final class DiscreetLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            List<Appender<ILoggingEvent>> behind = new ArrayList<>();
            root.iteratorForAppenders().forEachRemaining(behind::add);
            behind.stream().filter(appender -> !(appender instanceof Screen)).forEach(appender -> {
                root.detachAppender(appender);
                root.addAppender(new Screen(appender, context));
            });
        }
    }

    /** Lets through what is no data. */
    private static final class Screen extends AppenderBase<ILoggingEvent> {

        private final Appender<ILoggingEvent> behind;

        Screen(Appender<ILoggingEvent> behind, LoggerContext context) {
            this.behind = behind;
            setContext(context);
            setName(behind.getName());
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            behind.doAppend(new DiscreetEvent(event));
        }

        @Override
        public void stop() {
            super.stop();
            behind.stop();
        }
    }
}
