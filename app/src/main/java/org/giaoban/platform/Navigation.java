package org.giaoban.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The side navigation with its numbers, which every page shows and which cost more than most pages. What others do may
 * take {@code giaoban.navigation-memory} (30 s) to be seen in the numbers; what the viewer does is seen at once.
 */
@Configuration(proxyBeanMethods = false)
class Navigation implements WebMvcConfigurer, HandlerInterceptor, Memory {

    private static final int SESSIONS = 20_000;
    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectProvider<NavSource> sources;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final Cache<String, List<NavItem>> kept;

    Navigation(
            ObjectProvider<NavSource> sources,
            ObjectProvider<PlatformTransactionManager> transactions,
            @Value("${giaoban.navigation-memory:30s}") Duration age) {
        this.sources = sources;
        this.transactions = transactions;
        kept = Caffeine.newBuilder().expireAfterWrite(age).maximumSize(SESSIONS).build();
    }

    /** The entries of whoever asks, in their order. */
    List<NavItem> items(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return counted();
        }
        var known = kept.getIfPresent(session.getId());
        if (known == null) {
            known = counted();
            kept.put(session.getId(), known);
        }
        return known;
    }

    private List<NavItem> counted() {
        // One transaction for all that count something, instead of one each.
        var reading = new TransactionTemplate(transactions.getObject());
        reading.setReadOnly(true);
        return Objects.requireNonNull(reading.execute(status -> sources.stream()
                .flatMap(source -> source.items().stream())
                .sorted(Comparator.comparing(NavItem::order))
                .toList()));
    }

    /** Before the answer is sent: the next page shows what this act changed. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (CHANGES_NOTHING.contains(request.getMethod())) {
            return;
        }
        var session = request.getSession(false);
        if (session != null) {
            kept.invalidate(session.getId());
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**");
    }

    @Override
    public void forget() {
        kept.invalidateAll();
    }
}
