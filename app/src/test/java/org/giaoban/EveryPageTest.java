package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.Crawler;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page each person of the story can reach by links: it answers, nothing in it breaks the content policy, nothing
 * is wider than a phone, and axe finds nothing in either theme.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
class EveryPageTest {

    private static final String VISITOR = "visitor";
    private static final List<String> PERSONS = List.of("vanphong", "quantri", "xa06", "duyet", VISITOR);
    private static final int BROWSERS = 2;

    @LocalServerPort
    private int port;

    @Test
    void opensForEverybodyWhoMayReachIt() throws Exception {
        var problems = new ConcurrentSkipListSet<String>();
        var crawler = new Crawler("http://localhost:" + port, problems);
        var persons = new ConcurrentLinkedQueue<>(PERSONS);
        try (var threads = Executors.newFixedThreadPool(BROWSERS)) {
            for (var done : threads.invokeAll(
                    Collections.nCopies(BROWSERS, Executors.callable(() -> crawlAsMany(crawler, persons))))) {
                done.get();
            }
        }
        assertThat(crawler.visited()).as("pages of different kinds").hasSizeGreaterThan(60);
        assertThat(problems).isEmpty();
    }

    /** As one person after the other, in a browser of one's own, until nobody is left. */
    private void crawlAsMany(Crawler crawler, Queue<String> persons) {
        try (var browser = new Browsers.Own()) {
            for (var login = persons.poll(); login != null; login = persons.poll()) {
                try (var context = browser.context(1440)) {
                    if (login.equals(VISITOR)) {
                        crawler.crawl(login, context.newPage(), List.of("/", "/login"));
                    } else {
                        crawler.crawl(login, signedIn(context, login), List.of("/work", "/"));
                    }
                }
            }
        }
    }

    private Page signedIn(BrowserContext context, String login) {
        return Browsers.logIn(context, port, login, "giaoban-2018");
    }
}
