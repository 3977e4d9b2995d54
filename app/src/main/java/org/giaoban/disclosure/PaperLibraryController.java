package org.giaoban.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.pages.Kept;
import org.giaoban.platform.ContentPolicy;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.portal.PublicFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The library of public documents. */
@Controller
class PaperLibraryController {

    private final PublicPapers papers;
    private final PaperFiles files;
    private final PublicFrame frame;

    PaperLibraryController(PublicPapers papers, PaperFiles files, PublicFrame frame) {
        this.papers = papers;
        this.files = files;
        this.frame = frame;
    }

    /** What the library is asked for, as typed. */
    public record Query(
            @Nullable String q,
            @Nullable String sort,
            @Nullable Integer year,
            @Nullable String issuer,
            @Nullable String unit) {

        String words() {
            return q == null ? "" : q.length() > 200 ? q.substring(0, 200) : q;
        }

        public boolean filtered() {
            return !words().isBlank() || filled(sort) || year != null || filled(issuer) || filled(unit);
        }

        String href(String after) {
            var uri = UriComponentsBuilder.fromPath("/van-ban");
            var values = new LinkedHashMap<String, Object>();
            put(uri, values, "q", q);
            put(uri, values, "sort", sort);
            put(uri, values, "year", year);
            put(uri, values, "issuer", issuer);
            put(uri, values, "unit", unit);
            put(uri, values, "after", after);
            return uri.encode(StandardCharsets.UTF_8).buildAndExpand(values).toUriString();
        }

        private static void put(
                UriComponentsBuilder uri, Map<String, Object> values, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        }

        private static boolean filled(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    /** A document in the list and on its own page. */
    public record Paper(
            String href,
            String title,
            @Nullable String language,
            String type,
            String symbol,
            String issuer,
            String on,
            String effect,
            String until,
            boolean over,
            String file,
            String fileName,
            String size,
            String hash) {}

    public record ListPage(
            PublicFrame.Around around,
            Query query,
            List<Paper> papers,
            Choices choices,
            @Nullable String next) {}

    /** What the filters offer. */
    public record Choices(Map<String, String> types, Map<String, String> years, Map<String, String> issuers) {}

    public record PaperPage(PublicFrame.Around around, Paper paper) {}

    @Kept
    @GetMapping("/van-ban")
    @ForEveryone
    ModelAndView list(Query query, @RequestParam(required = false) @Nullable String after) {
        var asked = papers.asked(query, VietnameseText.fold(query.words().strip()));
        var slice = papers.list(asked, after);
        var types = papers.types();
        var rows = slice.items().stream().map(each -> paper(each, types)).toList();
        var next = slice.next() == null ? null : query.href(slice.next());
        var page = new ListPage(frame.around(SiteShelf.PAPERS), query, rows, papers.choices(types), next);
        return new ModelAndView("disclosure/papers", "page", page);
    }

    @Kept
    @GetMapping("/van-ban/{id}")
    @ForEveryone
    ModelAndView show(@PathVariable UUID id) {
        var paper = paper(papers.get(id), papers.types());
        return new ModelAndView("disclosure/paper", "page", new PaperPage(frame.around(SiteShelf.PAPERS), paper));
    }

    /** Always a download, and never run: whatever the file holds. */
    @GetMapping("/van-ban/{id}/tap-tin")
    @ForEveryone
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id, HttpServletRequest request) {
        var facts = papers.get(id).facts();
        var file = facts.id("file");
        if (file == null) {
            throw new NotFound(id);
        }
        ContentPolicy.sandbox(request);
        var disposition = ContentDisposition.attachment()
                .filename(facts.text("fileName"), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(facts.text("fileType")))
                .contentLength(Long.parseLong(facts.text("fileSize")))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(files.open(file)));
    }

    private Paper paper(Released each, Map<String, String> types) {
        var facts = each.facts();
        var until = each.until();
        var kilobytes = facts.has("fileSize") ? (Long.parseLong(facts.text("fileSize")) + 1023) / 1024 : 0;
        return new Paper(
                "/van-ban/" + each.id(),
                each.title(),
                facts.language("title"),
                types.getOrDefault(each.sort(), each.sort()),
                facts.text("symbol"),
                facts.text("issuer"),
                each.day(),
                Formats.date(facts.day("effectOn")),
                Formats.date(until),
                until != null && until.isBefore(papers.today()),
                "/van-ban/" + each.id() + "/tap-tin",
                facts.text("fileName"),
                Formats.number(kilobytes) + " KB",
                facts.text("fileHash"));
    }
}
