package org.giaoban.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Loads the profile and the story packs, part by part, in the order of their dependence. */
@Component
public class Stories {

    /** The names of the stories in this database: several may stand beside each other. */
    static final String LOADED = "story.loaded";

    private static final String SEPARATOR = " ";

    private static final Logger LOG = LoggerFactory.getLogger(Stories.class);

    private final ObjectProvider<ProfilePart> profileParts;
    private final ObjectProvider<StoryPart> storyParts;
    private final Actor actor;
    private final StoryClock clock;
    private final SettingStore settings;

    Stories(
            ObjectProvider<ProfilePart> profileParts,
            ObjectProvider<StoryPart> storyParts,
            Actor actor,
            StoryClock clock,
            SettingStore settings) {
        this.profileParts = profileParts;
        this.storyParts = storyParts;
        this.actor = actor;
        this.clock = clock;
        this.settings = settings;
    }

    void loadProfile(Profile profile) {
        var parts = profileParts.stream()
                .sorted(Comparator.comparing(ProfilePart::order))
                .toList();
        actor.asSystem(() -> parts.forEach(part -> part.load(profile)));
    }

    /**
     * Loads a story beside those that are there and, the first time, lets the clock start at the story's moment.
     * Repeatable: every part keeps what is there.
     */
    public void load(String name) {
        var story = Story.named(name);
        if (!loaded(name)) {
            clock.startAt(story.now());
        }
        for (var part : parts()) {
            LOG.info("Story {}: {}", name, part.getClass().getSimpleName());
            actor.asSystem(() -> part.load(story));
        }
        if (!loaded(name)) {
            settings.put(
                    LOADED,
                    String.join(
                            SEPARATOR, Stream.concat(names(), Stream.of(name)).toList()));
        }
    }

    boolean loaded(String name) {
        return names().anyMatch(name::equals);
    }

    private Stream<String> names() {
        return settings.find(LOADED).stream().flatMap(names -> Arrays.stream(names.split(SEPARATOR)));
    }

    private List<StoryPart> parts() {
        return storyParts.stream()
                .sorted(Comparator.comparing(StoryPart::order))
                .toList();
    }
}
