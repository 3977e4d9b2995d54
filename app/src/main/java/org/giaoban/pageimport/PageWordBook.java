package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of the profile that was loaded. */
@Component
class PageWordBook implements ProfilePart {

    private static final int ORDER = 86;

    private final AtomicReference<@Nullable Profile> loaded = new AtomicReference<>();

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        loaded.set(profile);
    }

    PageWords on(LocalDate day) {
        var profile = loaded.get();
        return profile == null || !profile.has(PageWords.FILE) ? PageWords.NONE : PageWords.of(profile, day);
    }
}
