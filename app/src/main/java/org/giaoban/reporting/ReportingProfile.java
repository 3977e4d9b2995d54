package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;

/** Loads the profile's report forms: {@code forms.yaml}. */
@Component
class ReportingProfile implements ProfilePart {

    private static final int ORDER = 50;

    private final FormRepository forms;

    ReportingProfile(FormRepository forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        List<?> definitions = profile.yaml("forms.yaml", List.class);
        definitions.forEach(definition -> forms.add((Map<?, ?>) definition));
    }
}
