package org.giaoban.portal;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Feeds for those who read elsewhere, as RSS and as Atom: the whole site and each category. */
@Controller
class FeedController {

    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final PublicSite site;
    private final PortalSettings settings;
    private final SiteAddress address;
    private final SettingStore names;

    FeedController(PublicSite site, PortalSettings settings, SiteAddress address, SettingStore names) {
        this.site = site;
        this.settings = settings;
        this.address = address;
        this.names = names;
    }

    @GetMapping("/rss.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> all() {
        return rss(all("/rss.xml"));
    }

    @GetMapping("/atom.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> allAtom() {
        return atom(all("/atom.xml"));
    }

    @GetMapping("/tin/{category}/rss.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> category(@PathVariable String category) {
        return rss(one(category, "/rss.xml"));
    }

    @GetMapping("/tin/{category}/atom.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> categoryAtom(@PathVariable String category) {
        return atom(one(category, "/atom.xml"));
    }

    /** What is told, and where. */
    private record Told(String title, String href, String self, List<Teaser> teasers) {

        Instant changed() {
            return teasers.isEmpty() ? Instant.EPOCH : teasers.getFirst().publishedAt();
        }
    }

    private Told all(String self) {
        return new Told(Texts.text("portal.feed.all"), "/", self, site.feed(null));
    }

    private Told one(String category, String file) {
        var found = settings.category(category).orElseThrow(() -> new NotFound(category));
        return new Told(found.name(), found.href(), found.href() + file, site.feed(category));
    }

    private ResponseEntity<String> rss(Told told) {
        return answer(RSS, feed(told, "rss_2.0"));
    }

    private ResponseEntity<String> atom(Told told) {
        var feed = feed(told, "atom_1.0");
        feed.setUri(address.of(told.href()));
        feed.setPublishedDate(Date.from(told.changed()));
        feed.setAuthors(List.of(publisher()));
        feed.setLinks(List.of(
                link("self", "application/atom+xml", told.self()), link("alternate", "text/html", told.href())));
        return answer(ATOM, feed);
    }

    private SyndFeed feed(Told told, String type) {
        var feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setTitle(told.title());
        feed.setDescription(told.title());
        feed.setLanguage(Texts.language());
        feed.setLink(address.of(told.href()));
        feed.setEntries(told.teasers().stream().map(this::entry).toList());
        return feed;
    }

    private SyndPerson publisher() {
        var person = new SyndPersonImpl();
        person.setName(names.value("site.name", Texts.text("platform.site.name")));
        return person;
    }

    private SyndLink link(String rel, String type, String href) {
        var link = new SyndLinkImpl();
        link.setRel(rel);
        link.setType(type);
        link.setHref(address.of(href));
        return link;
    }

    private static ResponseEntity<String> answer(MediaType type, SyndFeed feed) {
        try {
            return ResponseEntity.ok().contentType(type).body(new SyndFeedOutput().outputString(feed));
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SyndEntry entry(Teaser teaser) {
        var lead = new SyndContentImpl();
        lead.setType("text");
        lead.setValue(teaser.lead());
        var entry = new SyndEntryImpl();
        entry.setTitle(teaser.title());
        entry.setLink(address.of(teaser.href()));
        entry.setUri(address.of(teaser.href()));
        entry.setPublishedDate(Date.from(teaser.publishedAt()));
        entry.setUpdatedDate(Date.from(teaser.publishedAt()));
        entry.setDescription(lead);
        entry.setAuthors(List.of(publisher()));
        return entry;
    }
}
