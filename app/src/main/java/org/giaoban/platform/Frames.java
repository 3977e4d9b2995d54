package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds the frame of the page that is about to be shown. */
@Component
class Frames {

    private final ObjectProvider<NavSource> navigation;
    private final ObjectProvider<FrameSource> viewer;
    private final Settings settings;
    private final SettingStore store;
    private final Clock clock;
    private final TransactionTemplate reading;

    Frames(
            ObjectProvider<NavSource> navigation,
            ObjectProvider<FrameSource> viewer,
            Settings settings,
            SettingStore store,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.navigation = navigation;
        this.viewer = viewer;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
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
                viewerName == null ? List::of : this::groups,
                Flash.take(request),
                () -> csrf == null
                        ? new Frame.Token("_csrf", "")
                        : new Frame.Token(csrf.getParameterName(), csrf.getToken()),
                settings.demo(),
                store.value("site.name", Texts.text("platform.site.name")),
                store.value("site.subtitle", Texts.text("platform.site.subtitle")),
                LocalDate.now(clock));
    }

    private List<Frame.Group> groups() {
        // One transaction for all that count something, instead of one each.
        var items = Objects.requireNonNull(reading.execute(status -> navigation.stream()
                .flatMap(source -> source.items().stream())
                .sorted(Comparator.comparing(NavItem::order))
                .toList()));
        return Arrays.stream(NavGroup.values())
                .map(group -> new Frame.Group(
                        group.textKey(),
                        items.stream().filter(item -> item.group() == group).toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }
}
