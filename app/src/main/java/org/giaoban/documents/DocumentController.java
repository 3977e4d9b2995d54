package org.giaoban.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The register of issued documents and each document's page. */
@Controller
class DocumentController {

    private final Documents documents;
    private final TemplateCatalogue templates;
    private final Audit audit;

    DocumentController(Documents documents, TemplateCatalogue templates, Audit audit) {
        this.documents = documents;
        this.templates = templates;
        this.audit = audit;
    }

    /** What the address asks for. */
    public record Query(
            @Nullable UUID issuer,
            @Nullable String type,
            @Nullable Integer year,
            @Nullable String q,
            @Nullable String sort) {

        DocumentFilter filter() {
            var known = year != null && year >= 1900 && year <= 2200 ? year : null;
            return DocumentFilter.of(issuer, type, known, q, sort);
        }

        /** The same list at another place or as a file. */
        String href(String name, String value) {
            var uri = UriComponentsBuilder.fromPath("/documents");
            put(uri, "issuer", issuer);
            put(uri, "type", type);
            put(uri, "year", year);
            put(uri, "q", q);
            put(uri, "sort", name.equals("sort") ? null : sort);
            return uri.queryParam(name, "{v}").build(value).toString();
        }

        private static void put(UriComponentsBuilder uri, String name, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                uri.queryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
            }
        }
    }

    public record Row(String href, String symbol, String type, String title, String issuer, String on) {}

    public record ListPage(
            Query query,
            List<Row> rows,
            Map<String, String> issuers,
            Map<String, String> types,
            @Nullable String next,
            boolean issuing) {

        public boolean filtered() {
            return query.issuer() != null || filled(query.type()) || query.year() != null || filled(query.q());
        }

        public Sorting sorting() {
            return query.filter().sorting();
        }

        public String sorted(String sort) {
            return query.href("sort", sort);
        }

        public String export(String format) {
            return query.href("export", format);
        }

        private static boolean filled(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    public record DocumentPage(Row row, Facts facts, List<AuditEntry> history, boolean mayAskWhoSees) {}

    /** What the page says about the document besides its title. */
    public record Facts(
            String aboutLabel,
            String aboutHref,
            String series,
            String issuedBy,
            String issuedAt,
            String sha256,
            String size,
            String template,
            String file) {}

    @GetMapping("/documents")
    @Requires({Capability.DOCUMENT_READ, Capability.DOCUMENT_ISSUE})
    ModelAndView list(Query query, @RequestParam(required = false) @Nullable String after) {
        var types = typeNames();
        var slice = documents.list(query.filter().from(after));
        var issuers = new LinkedHashMap<String, String>();
        documents.issuers().forEach((unit, name) -> issuers.put(unit.value().toString(), name));
        var next = slice.next() == null ? null : query.href("after", slice.next());
        var rows = slice.items().stream().map(document -> row(document, types)).toList();
        return new ModelAndView(
                "documents/list", "page", new ListPage(query, rows, issuers, types, next, documents.issues()));
    }

    @GetMapping(path = "/documents", params = "export")
    @Requires({Capability.DOCUMENT_READ, Capability.DOCUMENT_ISSUE})
    ResponseEntity<byte[]> export(Query query, @RequestParam String export) {
        var types = typeNames();
        var headers = List.of(
                Texts.text("documents.list.symbol"),
                Texts.text("documents.list.on"),
                Texts.text("documents.list.type"),
                Texts.text("documents.list.title"),
                Texts.text("documents.list.issuer"));
        var rows = documents.all(query.filter()).stream()
                .map(document -> List.of(
                        document.entry().symbol(),
                        document.issue().on(),
                        types.getOrDefault(
                                document.entry().type(), document.entry().type()),
                        document.entry().title(),
                        document.entry().issuer()))
                .toList();
        return new TableExport(Texts.text("documents.export.name"), headers, rows).as(export);
    }

    @GetMapping("/documents/{id}")
    @Requires({Capability.DOCUMENT_READ, Capability.DOCUMENT_ISSUE})
    ModelAndView show(@PathVariable UUID id) {
        var document = documents.get(new DocumentId(id));
        var history = audit.history(new ObjectRef(Documents.KIND, id));
        return new ModelAndView(
                "documents/document",
                "page",
                new DocumentPage(
                        row(document, typeNames()), facts(document), history, documents.mayAskWhoSees(document)));
    }

    private Map<String, String> typeNames() {
        var names = new LinkedHashMap<String, String>();
        documents.types().forEach(type -> names.put(type.code(), type.name()));
        return names;
    }

    private static Row row(Document document, Map<String, String> types) {
        var entry = document.entry();
        return new Row(
                document.href(),
                entry.symbol(),
                types.getOrDefault(entry.type(), entry.type()),
                entry.title(),
                entry.issuer(),
                Formats.date(document.issue().on()));
    }

    private Facts facts(Document document) {
        var copy = document.copy();
        return new Facts(
                document.about().label(),
                document.about().href(),
                document.entry().series(),
                document.issue().by(),
                Formats.dateTime(document.issue().at()),
                copy.sha256(),
                Formats.number((copy.size() + 1023) / 1024) + " KB",
                templates.get(copy.template()).title() + " · " + copy.templateVersion(),
                "/files/" + copy.file());
    }
}
