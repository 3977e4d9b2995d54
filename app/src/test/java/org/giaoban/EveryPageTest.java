package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.TreeSet;
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

    private static final List<String> PERSONS = List.of("vanphong", "xa06", "duyet", "quantri");

    @LocalServerPort
    private int port;

    @Test
    void opensForEverybodyWhoMayReachIt() {
        var problems = new TreeSet<String>();
        var crawler = new Crawler("http://localhost:" + port, problems);
        try (var visitor = Browsers.context(1440)) {
            crawler.crawl("visitor", visitor.newPage(), List.of("/", "/login"));
        }
        for (var login : PERSONS) {
            try (var context = Browsers.context(1440)) {
                crawler.crawl(login, signedIn(context, login), List.of("/work", "/"));
            }
        }
        assertThat(crawler.visited()).as("pages of different kinds").hasSizeGreaterThan(25);
        assertThat(problems).isEmpty();
    }

    private Page signedIn(BrowserContext context, String login) {
        return Browsers.logIn(context, port, login, "giaoban-2018");
    }
}
