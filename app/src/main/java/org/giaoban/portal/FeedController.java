package org.giaoban.portal;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Feeds for those who read elsewhere: the whole site and each category. */
@Controller
class FeedController {

    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

    private final PublicSite site;
    private final PortalSettings settings;

    FeedController(PublicSite site, PortalSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    @GetMapping("/rss.xml")
    @ForEveryone
    ResponseEntity<String> all() {
        return feed(Texts.text("portal.feed.all"), "/", site.feed(null));
    }

    @GetMapping("/tin/{category}/rss.xml")
    @ForEveryone
    ResponseEntity<String> category(@PathVariable String category) {
        var found = settings.category(category).orElseThrow(() -> new NotFound(category));
        return feed(found.name(), found.href(), site.feed(category));
    }

    private static ResponseEntity<String> feed(String title, String href, List<Teaser> teasers) {
        var feed = new SyndFeedImpl();
        feed.setFeedType("rss_2.0");
        feed.setTitle(title);
        feed.setDescription(title);
        feed.setLanguage("vi");
        feed.setLink(absolute(href));
        feed.setEntries(teasers.stream().map(FeedController::entry).toList());
        try {
            return ResponseEntity.ok().contentType(RSS).body(new SyndFeedOutput().outputString(feed));
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SyndEntry entry(Teaser teaser) {
        var lead = new SyndContentImpl();
        lead.setType("text/plain");
        lead.setValue(teaser.lead());
        var entry = new SyndEntryImpl();
        entry.setTitle(teaser.title());
        entry.setLink(absolute(teaser.href()));
        entry.setUri(absolute(teaser.href()));
        entry.setPublishedDate(Date.from(teaser.publishedAt()));
        entry.setDescription(lead);
        return entry;
    }

    private static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .build()
                .toUriString();
    }
}
