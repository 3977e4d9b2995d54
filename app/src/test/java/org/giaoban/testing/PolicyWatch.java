package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks over every browser of every test: whatever page breaks its content policy, the test class that opened it fails. */
public final class PolicyWatch implements AfterAllCallback {

    private static final Queue<String> VIOLATIONS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger PAGES = new AtomicInteger();

    static void over(BrowserContext context) {
        context.onConsoleMessage(PolicyWatch::said);
        context.onResponse(PolicyWatch::came);
    }

    private static void said(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            var page = message.page();
            VIOLATIONS.add((page == null ? "a page that is gone" : page.url()) + ": " + message.text());
        }
    }

    private static void came(Response response) {
        if (response.request().isNavigationRequest()) {
            PAGES.incrementAndGet();
        }
    }

    /** What was seen since this was last asked; for a test that plants some. */
    public static List<String> seen() {
        var seen = new ArrayList<String>();
        for (var one = VIOLATIONS.poll(); one != null; one = VIOLATIONS.poll()) {
            seen.add(one);
        }
        return seen;
    }

    @Override
    public void afterAll(ExtensionContext test) {
        var pages = PAGES.getAndSet(0);
        var seen = seen();
        if (pages > 0) {
            var name = test.getRequiredTestClass().getSimpleName();
            Evidence.of("web-policy-" + name)
                    .say("content policy, %s: %d pages, %d violations", name, pages, seen.size());
        }
        assertThat(seen).as("violations of the content policy").isEmpty();
    }
}
