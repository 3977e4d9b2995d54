package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the public pages promise: who only reads gets no cookie, is told to nobody else, and loads nothing from elsewhere. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PrivacyTest {

    private static final int PAGES = 40;
    private static final int OF_A_KIND = 6;
    private static final String REPORT =
            "/tin/xay-dung-dang/thuong-truc-huyen-uy-giao-ban-cong-tac-xay-dung-dang-thang-10-2018";

    @LocalServerPort
    int port;

    private final Set<String> broken = new LinkedHashSet<>();

    @Test
    void whoOnlyReadsLeavesNothingAndIsToldToNobody() {
        var seen = new HashSet<String>();
        var kinds = new HashMap<String, Integer>();
        try (var context = Browsers.context(390)) {
            var page = watched(context);
            var waiting = new ArrayDeque<>(List.of("/", "/tin", "/tin?q=dang+vien", REPORT));
            while (!waiting.isEmpty() && seen.size() < PAGES) {
                var path = waiting.poll();
                var kind = path.split("/", 3)[1];
                if (seen.contains(path) || kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                    continue;
                }
                seen.add(path);
                page.navigate(site() + path);
                waiting.addAll(links(page));
            }
            assertThat(context.cookies()).isEmpty();
            page.navigate(site() + "/");
            assertThat(page.evaluate("() => Object.keys(localStorage).join()")).isEqualTo("");
            // Which page was open, told to nobody and forgotten with the tab.
            assertThat(page.evaluate("() => Object.keys(sessionStorage).join()"))
                    .isIn("", "htmx-current-path-for-history");
        }
        assertThat(broken).isEmpty();
        assertThat(seen).hasSizeGreaterThan(10).anyMatch(path -> path.startsWith("/so-lieu/"));
    }

    /** Links to pages of the site that are open to everybody. */
    private static List<String> links(Page page) {
        var paths = new ArrayList<String>();
        for (var href : (List<?>) page.evaluate(
                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))")) {
            var path = href.toString().replaceAll("#.*", "");
            if (!path.matches("/(login|work|anh/|articles|.*\\.(xml|csv|json|pdf|docx|ics)).*")
                    && !path.contains("lang=")
                    && !path.contains("theme=")) {
                paths.add(path);
            }
        }
        return paths;
    }

    private Page watched(BrowserContext context) {
        var page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(site() + "/") && !request.url().startsWith("data:")) {
                broken.add("asked " + request.url() + " on " + page.url());
            }
        });
        page.onResponse(this::judge);
        return page;
    }

    private void judge(Response response) {
        var headers = response.headers();
        if (headers.containsKey("set-cookie")) {
            broken.add("cookie from " + response.url() + ": " + headers.get("set-cookie"));
        }
        if (headers.getOrDefault("content-type", "").startsWith("text/html")) {
            var policy = headers.getOrDefault("content-security-policy", "");
            if (!policy.startsWith("default-src 'none'") || policy.contains("unsafe-") || policy.contains("http")) {
                broken.add("policy of " + response.url() + ": " + policy);
            }
            if (!headers.containsKey("referrer-policy")) {
                broken.add("no referrer policy on " + response.url());
            }
        }
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
