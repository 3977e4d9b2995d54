package org.giaoban.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The installed Chromium, started once for the run. */
public final class Browsers {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int WIDE = 1440;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-gpu-compositing",
            "--disable-software-rasterizer",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final class Started {
        private static final Browser BROWSER = start();
    }

    private Browsers() {}

    /** A new, empty profile of the given width in CSS pixels, in Vietnamese, with the Vietnamese time zone. */
    public static BrowserContext context(int width) {
        return context(Started.BROWSER, width);
    }

    /** A browser of one's own, for a thread of one's own: what Playwright makes belongs to the thread that made it. */
    public static final class Own implements AutoCloseable {

        private final Playwright playwright = playwright();
        private final Browser browser = launch(playwright);

        public BrowserContext context(int width) {
            return Browsers.context(browser, width);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    /** A new profile in which no script runs, logged in as {@code like} is. */
    public static BrowserContext withoutScripts(BrowserContext like) {
        return context(
                Objects.requireNonNull(like.browser()),
                options(WIDE).setJavaScriptEnabled(false).setStorageState(like.storageState()));
    }

    private static BrowserContext context(Browser browser, int width) {
        return context(browser, options(width));
    }

    private static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 1000)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }

    private static BrowserContext context(Browser browser, Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PolicyWatch.over(context);
        return context;
    }

    /** Logs in through the log-in page. */
    public static Page logIn(BrowserContext context, int port, String login, String password) {
        var page = context.newPage();
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]:visible");
        page.waitForLoadState();
        return page;
    }

    private static Browser start() {
        return launch(playwright());
    }

    static {
        // an assertion waits five seconds otherwise, whatever its page's patience is
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Browser launch(Playwright playwright) {
        var chromium =
                Programs.need("Chromium", "GIAOBAN_CHROMIUM", List.of("chromium", "chromium-browser", "google-chrome"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }
}
