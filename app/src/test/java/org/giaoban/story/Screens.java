package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.testing.Browsers;

/** The browsers of a story's people. */
final class Screens implements AutoCloseable {

    private static final String PASSWORD = "giaoban-2018";

    private final int port;
    private final List<BrowserContext> open = new ArrayList<>();

    Screens(int port) {
        this.port = port;
    }

    Page as(String login) {
        var context = Browsers.context(1440);
        open.add(context);
        return Browsers.logIn(context, port, login, PASSWORD);
    }

    /** Opens an address, which must answer. */
    Page go(Page page, String path) {
        assertThat(page.navigate("http://localhost:" + port + path).status())
                .as(path)
                .isEqualTo(200);
        return page;
    }

    byte[] download(Page page, String path) {
        var answer = page.request().get("http://localhost:" + port + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
    }
}
