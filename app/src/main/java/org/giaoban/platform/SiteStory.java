package org.giaoban.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the site the name of the story's organisation, unless it has one. */
@Component
class SiteStory implements StoryPart {

    private final SettingStore settings;

    SiteStory(SettingStore settings) {
        this.settings = settings;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public void load(Story story) {
        var facts = story.yaml("story.yaml", Map.class);
        keep("site.name", facts.get("site"));
        keep("site.subtitle", facts.get("subtitle"));
    }

    private void keep(String setting, @Nullable Object said) {
        if (said != null && settings.find(setting).isEmpty()) {
            settings.put(setting, said.toString());
        }
    }
}
