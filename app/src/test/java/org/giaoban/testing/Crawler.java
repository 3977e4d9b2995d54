package org.giaoban.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows links from page to page and writes down what is wrong. Addresses that differ only in an id, a code, a date or
 * the order of their parameters are of one kind. Each person asks for one page of each kind; the first who comes
 * looks at it in the browser, and axe at one of each address.
 */
public final class Crawler {

    private static final int LOOKED_AT = 1;

    /** Other parameters show other rows of the same page, seldom other parts. */
    private static final int AXED = 1;

    /** Of one address with other parameters: filters can be put together without end. */
    private static final int VARIANTS = 6;

    /** More kinds of pages than there are: whoever comes so far goes round in circles. */
    private static final int PAGES_EACH = 600;

    private static final Pattern SKIPPED = Pattern.compile("/logout|[?&](lang|theme)=|^/webjars/");
    private static final Pattern FILES = Pattern.compile(
            "^/anh/|/tap-tin$|/notice$|/workbook|/draft|/export($|[/?])|/file($|/)|^/files/|^/documents/templates/[^/]+/\\d+$|(format|export)=|\\.(xlsx|csv|docx|zip|xml|ods|pdf|json|ics)($|\\?)");
    private static final Pattern HREF = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"");
    private static final Pattern VARIABLE = Pattern.compile("(?<=[/=])(?=[^/&]*[0-9A-Z])[^/&]+");

    private final String site;
    private final Collection<String> problems;
    private final Set<String> examined = new ConcurrentSkipListSet<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final Map<String, Integer> axed = new ConcurrentHashMap<>();

    /** Several may crawl at once, each with a page of their own; {@code problems} must stand that. */
    public Crawler(String site, Collection<String> problems) {
        this.site = site;
        this.problems = problems;
    }

    /** The kinds of pages seen so far. */
    public Set<String> visited() {
        return Set.copyOf(examined);
    }

    public void crawl(String who, Page page, List<String> from) {
        listen(who, page);
        var queue = new ArrayDeque<>(from);
        var seen = new HashSet<>(from);
        var kinds = new HashSet<String>();
        var variants = new HashMap<String, Integer>();
        for (var opened = 0; opened < PAGES_EACH && !queue.isEmpty(); ) {
            var path = queue.poll();
            var kind = kind(path);
            if (!kinds.add(kind) || variants.merge(bare(kind), 1, Integer::sum) > VARIANTS) {
                continue;
            }
            opened++;
            note(opened < PAGES_EACH, who, path, "there are too many kinds of pages to look at all");
            for (var link : visit(who, page, path)) {
                if (seen.add(link)) {
                    queue.add(link);
                }
            }
        }
    }

    private List<String> visit(String who, Page page, String path) {
        if (FILES.matcher(path).find()) {
            var status = page.request().get(site + path).status();
            note(status < 400, who, path, "status " + status);
            return List.of();
        }
        if (looks.merge(kind(path), 1, Integer::sum) > LOOKED_AT) {
            return asked(who, page, path);
        }
        var response = opened(page, path);
        note(response != null && response.status() < 400, who, path, "status " + status(response));
        examine(who, page, path);
        return links(page);
    }

    /** What others have looked at already is only asked for, and followed further. */
    private List<String> asked(String who, Page page, String path) {
        var answer = page.request().get(site + path);
        note(answer.status() < 400, who, path, "status " + answer.status());
        var base = URI.create(answer.url());
        return inside(HREF.matcher(answer.text())
                .results()
                .map(found -> base.resolve(found.group(1).replace("&amp;", "&")).toString()));
    }

    /** A link that turns out to be a file leaves the page where it was. */
    private @Nullable Response opened(Page page, String path) {
        try {
            return page.navigate(site + path);
        } catch (PlaywrightException e) {
            problems.add(path + ": " + e.getMessage().lines().limit(3).collect(Collectors.joining(" ")));
            return null;
        }
    }

    private void examine(String who, Page page, String path) {
        var kind = kind(page.url().substring(site.length()));
        var first = examined.add(kind) && axed.merge(bare(kind), 1, Integer::sum) <= AXED;
        if (first) {
            axe(who, page, path, "light");
        }
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var wider = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        note(wider <= 0, who, path, "is " + wider + " px wider than a phone");
        if (first) {
            axe(who, page, path, "dark on a phone");
        }
        page.setViewportSize(1440, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void axe(String who, Page page, String path, String look) {
        Axe.violations(page).forEach(flaw -> problems.add(who + " " + path + " " + look + ": " + flaw));
    }

    private void listen(String who, Page page) {
        page.onPageError(error -> problems.add(who + " " + here(page) + ": " + error));
        page.onConsoleMessage(
                message -> note(!message.type().equals("error"), who, here(page), "console: " + message.text()));
        page.onResponse(response ->
                note(response.status() < 400, who, here(page), response.status() + " from " + response.url()));
        page.onDialog(dialog -> dialog.dismiss());
    }

    private String here(Page page) {
        return page.url().replace(site, "");
    }

    private void note(boolean good, String who, String path, String what) {
        if (!good) {
            problems.add(who + " " + path + ": " + what);
        }
    }

    private static int status(@Nullable Response response) {
        return response == null ? 0 : response.status();
    }

    private List<String> links(Page page) {
        var found = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)");
        return inside(((List<?>) found).stream().map(String::valueOf));
    }

    private List<String> inside(Stream<String> links) {
        return links.filter(link -> link.startsWith(site + "/"))
                .map(link -> link.substring(site.length()).replaceFirst("#.*", ""))
                .filter(link -> !SKIPPED.matcher(link).find())
                .distinct()
                .toList();
    }

    private static String bare(String kind) {
        return kind.replaceFirst("\\?.*", "");
    }

    /** The address with its ids, codes, dates and typed words taken out, its parameters in order. */
    static String kind(String path) {
        var bare = VARIABLE.matcher(path).replaceAll("*").replaceAll("(?<=[?&]sort=)[^&]*", "*");
        var query = bare.indexOf('?');
        return query < 0
                ? bare
                : bare.substring(0, query + 1)
                        + Stream.of(bare.substring(query + 1).split("&"))
                                .sorted()
                                .collect(Collectors.joining("&"));
    }
}
