package org.giaoban.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What happens once at every start: clock, profile, and in a demonstration the story. */
@Component
class Startup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Stories stories;
    private final StoryClock clock;
    private final Settings settings;
    private final Environment environment;

    Startup(Stories stories, StoryClock clock, Settings settings, Environment environment) {
        this.stories = stories;
        this.clock = clock;
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments args) {
        clock.resume();
        stories.loadProfile(new Profile("vn-party"));
        if (environment.getProperty("giaoban.tool", Boolean.class, false)) {
            return;
        }
        if (settings.demo() && !stories.loaded(settings.story())) {
            stories.load(settings.story());
        }
        LOG.info("Giao Ban is ready: http://localhost:{}", environment.getProperty("local.server.port"));
    }
}
