package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the forms a story's organisation uses beside those of the profile: {@code forms.yaml}, written alike. */
@Component
@Transactional
class StoryForms implements StoryPart {

    private static final String FILE = "forms.yaml";
    private static final int BEFORE_RETURNS = 45;

    private final FormRepository forms;

    StoryForms(FormRepository forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return BEFORE_RETURNS;
    }

    @Override
    public void load(Story story) {
        if (story.has(FILE)) {
            story.yaml(FILE, List.class).forEach(definition -> forms.add((Map<?, ?>) definition));
        }
    }
}
