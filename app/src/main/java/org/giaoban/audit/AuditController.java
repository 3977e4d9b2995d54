package org.giaoban.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The log's page for those who may read it. */
@Controller
class AuditController {

    private final AuditSearch search;
    private final Checkpoints checkpoints;

    AuditController(AuditSearch search, Checkpoints checkpoints) {
        this.search = search;
        this.checkpoints = checkpoints;
    }

    /**
     * @param acts all acts with their names, for the filter
     * @param next address of the next page, empty at the end
     */
    public record Page(
            List<Row> rows,
            AuditQuery query,
            Map<String, String> acts,
            Map<String, String> units,
            String next,
            String xlsx,
            String csv) {}

    /** One line in words. */
    public record Row(
            Instant at, String who, String act, String object, String unit, List<HistoryLine.Detail> details) {}

    @Requires(Capability.AUDIT_READ)
    @GetMapping("/audit")
    ModelAndView page(AuditQuery query) {
        var slice = Slice.of(
                search.find(query, AuditSearch.PAGE + 1),
                AuditSearch.PAGE,
                entry -> entry.id().toString());
        var next = slice.next() == null ? "" : query.address("/audit", slice.next());
        var page = new Page(
                rows(slice.items()),
                query,
                acts(),
                search.readableUnits(),
                next,
                query.address("/audit/export/xlsx", null),
                query.address("/audit/export/csv", null));
        return new ModelAndView("audit/log", "page", page);
    }

    @Requires(Capability.AUDIT_READ)
    @Weighty(Weight.EXPORT)
    @GetMapping("/audit/export/{format:xlsx|csv}")
    ResponseEntity<byte[]> export(AuditQuery query, @PathVariable String format) {
        var headers = List.of(
                Texts.text("audit.history.at"),
                Texts.text("audit.history.who"),
                Texts.text("audit.history.act"),
                Texts.text("audit.log.object"),
                Texts.text("audit.log.unit"),
                Texts.text("audit.history.details"));
        var rows = rows(search.find(query, AuditSearch.EXPORTED)).stream()
                .map(row -> List.of(
                        Formats.dateTime(row.at()),
                        row.who(),
                        row.act(),
                        row.object(),
                        row.unit(),
                        text(row.details())))
                .toList();
        return new TableExport("nhat-ky", headers, rows).as(format);
    }

    /** A signed checkpoint of the whole log: lengths and hashes, nothing of what the lines say. */
    @Requires(Capability.AUDIT_READ)
    @GetMapping("/audit/export/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        var checkpoint = checkpoints.make();
        var name = "dau-niem-phong-" + checkpoint.at().getEpochSecond() + ".txt";
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(checkpoint.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The history of one object, for pages of modules that stand below this one. */
    @Requires(Capability.AUDIT_READ)
    @GetMapping("/audit/of/{kind}/{id}")
    ModelAndView of(@PathVariable String kind, @PathVariable UUID id) {
        var entries = search.find(AuditQuery.of(new ObjectRef(kind, id)), AuditSearch.PAGE);
        return new ModelAndView("audit/history", "entries", entries);
    }

    private List<Row> rows(List<AuditEntry> entries) {
        var units = search.unitNames(entries);
        return entries.stream().map(entry -> row(entry, units)).toList();
    }

    private static Row row(AuditEntry entry, Map<UnitId, String> units) {
        var line = HistoryLine.of(entry);
        var unit = entry.unit();
        return new Row(
                entry.at(),
                line.who(),
                line.act(),
                kind(entry.object().kind()),
                unit == null ? "" : units.getOrDefault(unit, ""),
                line.details());
    }

    private static String kind(String kind) {
        var key = "audit.kind." + kind;
        return Texts.has(key) ? Texts.text(key) : kind;
    }

    private static String text(List<HistoryLine.Detail> details) {
        return details.stream()
                .map(detail -> detail.name().isEmpty() ? detail.value() : detail.name() + ": " + detail.value())
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> acts() {
        return sorted(Texts.endings("audit.act.").stream().collect(Collectors.toMap(act -> act, HistoryLine::act)));
    }

    private static Map<String, String> sorted(Map<String, String> options) {
        var sorted = new LinkedHashMap<String, String>();
        options.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(VietnameseText.alphabetical()))
                .forEach(option -> sorted.put(option.getKey(), option.getValue()));
        return sorted;
    }
}
