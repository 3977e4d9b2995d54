package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.SiteAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The map of the site and what machines are asked to leave alone. */
@Controller
class SiteMapController {

    /** So many addresses to one map, the oldest first, so that a full map stays as it is. */
    static final int EACH = 10_000;

    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final PublicSite site;
    private final PortalSettings settings;
    private final SiteAddress address;
    private final List<SiteMapPart> parts;

    SiteMapController(PublicSite site, PortalSettings settings, SiteAddress address, List<SiteMapPart> parts) {
        this.site = site;
        this.settings = settings;
        this.address = address;
        this.parts = parts;
    }

    /** One map, or where there are more articles than one may hold the list of maps. */
    @GetMapping("/sitemap.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> whole() {
        var count = site.count();
        if (count <= EACH) {
            return xml(SiteMap.pages(
                    Stream.concat(others().stream(), articles(1).stream()).toList()));
        }
        var maps = new ArrayList<SiteMap.Place>();
        maps.add(new SiteMap.Place(address.of("/sitemap/pages.xml"), null));
        IntStream.rangeClosed(1, (count + EACH - 1) / EACH)
                .mapToObj(number -> new SiteMap.Place(address.of("/sitemap/" + number + ".xml"), null))
                .forEach(maps::add);
        return xml(SiteMap.index(maps));
    }

    @GetMapping("/sitemap/pages.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> pages() {
        return xml(SiteMap.pages(others()));
    }

    @GetMapping("/sitemap/{number:[1-9][0-9]{0,3}}.xml")
    @Kept
    @ForEveryone
    ResponseEntity<String> part(@PathVariable int number) {
        var places = articles(number);
        if (places.isEmpty()) {
            throw new NotFound(number);
        }
        return xml(SiteMap.pages(places));
    }

    @GetMapping("/robots.txt")
    @ForEveryone
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body("User-agent: *\nDisallow: /api/\nDisallow: /login\nSitemap: " + address.of("/sitemap.xml")
                        + "\n");
    }

    private List<SiteMap.Place> others() {
        var hrefs = Stream.of(
                        Stream.of("/", "/tin"),
                        settings.categories().stream().map(Category::href),
                        parts.stream().flatMap(part -> part.hrefs().stream()))
                .flatMap(each -> each);
        return hrefs.distinct()
                .limit(EACH)
                .map(href -> new SiteMap.Place(address.of(href), null))
                .toList();
    }

    private List<SiteMap.Place> articles(int number) {
        return site.placed(EACH, (number - 1) * EACH).stream()
                .map(each -> new SiteMap.Place(address.of(each.href()), each.changed()))
                .toList();
    }

    private static ResponseEntity<String> xml(String text) {
        return ResponseEntity.ok().contentType(XML).body(text);
    }
}
