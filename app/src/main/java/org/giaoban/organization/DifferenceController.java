package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the tree of one day differs from that of another. */
@Controller
class DifferenceController {

    private final DifferencePages pages;
    private final TreePages trees;

    DifferenceController(DifferencePages pages, TreePages trees) {
        this.pages = pages;
        this.trees = trees;
    }

    @GetMapping("/units/differences")
    @Requires(Capability.ORGANIZATION_READ)
    ModelAndView differences(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String top) {
        var later = later(to);
        return new ModelAndView("organization/differences", "page", pages.page(earlier(from, later), later, top));
    }

    @GetMapping("/units/differences/export")
    @Requires(Capability.ORGANIZATION_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String top,
            @RequestParam(defaultValue = "xlsx") String format) {
        var headers = List.of(
                Texts.text("organization.fact.code"),
                Texts.text("organization.column.before"),
                Texts.text("organization.column.after"),
                Texts.text("organization.column.what"),
                Texts.text("organization.column.fate"));
        var later = later(to);
        var rows = pages.whole(earlier(from, later), later, top).lines().stream()
                .map(line -> List.of(
                        line.code(),
                        line.before().name(),
                        line.after().name(),
                        line.what().stream().map(DifferencePage.Sum::word).collect(Collectors.joining(", ")),
                        line.fate()))
                .toList();
        return new TableExport(Texts.text("organization.differences.file"), headers, rows).as(format);
    }

    private LocalDate later(@Nullable LocalDate to) {
        return Objects.requireNonNullElseGet(to, trees::today);
    }

    private static LocalDate earlier(@Nullable LocalDate from, LocalDate later) {
        return Objects.requireNonNullElse(from, later.minusYears(1));
    }
}
