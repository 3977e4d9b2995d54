package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.Office;

/** The browsers of a story's people. */
final class Screens implements AutoCloseable {

    private static final String PASSWORD = "giaoban-2018";

    /** For what the server saves by itself. */
    static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(45_000);

    private final int port;
    private final List<BrowserContext> open = new ArrayList<>();

    Screens(int port) {
        this.port = port;
    }

    Page as(String login) {
        return as(login, 1440);
    }

    Page as(String login, int width) {
        var context = Browsers.context(width);
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

    static Page.LocatorOptions named(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    /** Clicks the one button or link of that name and waits for the page it leads to. */
    static Page press(Page page, String name) {
        var named = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)));
        named.first().click();
        page.waitForLoadState();
        return page;
    }

    /** Where a page is, without the server's name. */
    static String path(Page page) {
        return page.url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", "");
    }

    byte[] download(Page page, String path) {
        var answer = page.request().get("http://localhost:" + port + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The words of a Word file as LibreOffice sets them, blanks drawn together. */
    static String words(byte[] docx) {
        return Office.text(docx, "docx").replaceAll("\\s+", " ");
    }

    static byte[] bytes(Download download) {
        try (var stream = download.createReadStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open.forEach(BrowserContext::close);
    }
}
