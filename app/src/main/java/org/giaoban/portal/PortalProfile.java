package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the site's headings and the sentences of drafts out of the profile. */
@Component
@Transactional
class PortalProfile implements ProfilePart {

    private final SiteRepository site;
    private final PortalSettings settings;

    PortalProfile(SiteRepository site, PortalSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void load(Profile profile) {
        settings.declare(DraftWords.of(profile));
        var categories = (List<?>)
                Objects.requireNonNull(profile.yaml("portal.yaml", Map.class).get("categories"));
        var position = 0;
        for (var each : categories) {
            var facts = (Map<?, ?>) each;
            site.add(
                    new Category(
                            String.valueOf(facts.get("code")),
                            String.valueOf(facts.get("vi")),
                            String.valueOf(facts.get("en")),
                            Category.Kind.valueOf(String.valueOf(facts.get("kind")))),
                    position++);
        }
    }
}
