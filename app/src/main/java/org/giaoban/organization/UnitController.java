package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tree of units, a unit's page and its chart. */
@Controller
class UnitController {

    private static final List<String> TABS = List.of("", "posts", "versions", "lineage", "history");

    private final TreePages trees;
    private final TreeHits hits;
    private final UnitPages units;
    private final Organization organization;

    UnitController(TreePages trees, TreeHits hits, UnitPages units, Organization organization) {
        this.trees = trees;
        this.hits = hits;
        this.units = units;
        this.organization = organization;
    }

    @GetMapping("/units")
    @Requires(Capability.ORGANIZATION_READ)
    ModelAndView tree(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String top,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String tree) {
        var above = top.isEmpty() ? null : organization.idOf(top);
        var fold = open.equals("all") ? TreeNodes.Fold.OPEN : TreeNodes.Fold.CLOSED;
        var look = new TreePages.Look(q.strip(), above, fold, TreeView.of(tree));
        return new ModelAndView("organization/tree", "page", trees.page(day(on), look));
    }

    @GetMapping("/units/export")
    @Requires(Capability.ORGANIZATION_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "xlsx") String format) {
        var headers = List.of(
                Texts.text("organization.fact.code"),
                Texts.text("organization.column.name"),
                Texts.text("organization.fact.kind"),
                Texts.text("organization.column.above"),
                Texts.text("organization.column.fate"));
        return new TableExport(Texts.text("organization.tree.file"), headers, hits.rows(day(on), q)).as(format);
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Objects.requireNonNullElseGet(on, trees::today);
    }

    @GetMapping("/units/{code}")
    @Requires(Capability.ORGANIZATION_READ)
    ModelAndView unit(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String tab) {
        if (!TABS.contains(tab)) {
            throw new NotFound(tab);
        }
        return new ModelAndView("organization/unit", "page", units.page(code, day(on), tab));
    }

    @GetMapping("/units/{code}/chart")
    @Requires(Capability.ORGANIZATION_READ)
    ModelAndView chart(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        var look = new TreePages.Look("", organization.idOf(code), TreeNodes.Fold.OPEN, TreeView.AS_WAS);
        return new ModelAndView("organization/chart", "page", trees.page(day(on), look));
    }
}
