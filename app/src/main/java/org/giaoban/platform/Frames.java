package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Builds the frame of the page that is about to be shown. */
@Component
class Frames {

    private final Navigation navigation;
    private final ObjectProvider<FrameSource> viewer;
    private final Settings settings;
    private final SettingStore store;
    private final Clock clock;

    Frames(
            Navigation navigation,
            ObjectProvider<FrameSource> viewer,
            Settings settings,
            SettingStore store,
            Clock clock) {
        this.navigation = navigation;
        this.viewer = viewer;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    Frame of(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var source = viewer.getIfAvailable();
        var viewerName = source == null ? null : source.viewerName();
        return new Frame(
                Texts.language(),
                ThemeChoice.of(request),
                viewerName,
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                viewerName == null ? List::of : () -> groups(request),
                Flash.take(request),
                () -> csrf == null
                        ? new Frame.Token("_csrf", "")
                        : new Frame.Token(csrf.getParameterName(), csrf.getToken()),
                settings.demo(),
                store.value("site.name", Texts.text("platform.site.name")),
                store.value("site.subtitle", Texts.text("platform.site.subtitle")),
                LocalDate.now(clock));
    }

    private List<Frame.Group> groups(HttpServletRequest request) {
        var items = navigation.items(request);
        return Arrays.stream(NavGroup.values())
                .map(group -> new Frame.Group(
                        group.textKey(),
                        items.stream().filter(item -> item.group() == group).toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }
}
