package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The meetings ahead and those that were held. */
@Controller
class MeetingListController {

    private final MeetingPages pages;

    MeetingListController(MeetingPages pages) {
        this.pages = pages;
    }

    /** What the list shows. */
    public record Page(
            Slice<MeetingLine> meetings,
            Map<UnitId, String> names,
            Map<String, String> units,
            boolean past,
            String unit,
            boolean mayPlan) {

        Map<String, String> views() {
            var views = new LinkedHashMap<String, String>();
            views.put("/meetings", Texts.text("meetings.list.ahead"));
            views.put("/meetings?past=true", Texts.text("meetings.list.past"));
            return views;
        }

        String active() {
            return past ? "/meetings?past=true" : "/meetings";
        }

        String link(String path, @Nullable String after) {
            var uri = UriComponentsBuilder.fromPath(path);
            if (past) {
                uri.queryParam("past", "true");
            }
            if (!unit.isEmpty()) {
                uri.queryParam("unit", unit);
            }
            if (after != null) {
                uri.queryParam("after", after);
            }
            return uri.encode().build().toUriString();
        }

        String unitName(MeetingLine line) {
            return names.getOrDefault(line.unit(), "");
        }
    }

    @GetMapping("/meetings")
    @ForSignedIn
    ModelAndView list(
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) String after) {
        return new ModelAndView("meetings/list", "page", pages.list(past, unit, after));
    }

    @GetMapping("/meetings.xlsx")
    @ForSignedIn
    ResponseEntity<byte[]> workbook(
            @RequestParam(defaultValue = "false") boolean past, @RequestParam(defaultValue = "") String unit) {
        return export(past, unit).xlsx();
    }

    @GetMapping("/meetings.csv")
    @ForSignedIn
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "false") boolean past, @RequestParam(defaultValue = "") String unit) {
        return export(past, unit).csv();
    }

    private TableExport export(boolean past, String unit) {
        var page = pages.all(past, unit);
        var headers = List.of("title", "unit", "when", "place", "state").stream()
                .map(name -> Texts.text("meetings.list." + name))
                .toList();
        var rows = page.meetings().items().stream()
                .map(line -> List.of(
                        line.title(),
                        page.unitName(line),
                        Formats.dateTime(line.startsAt()),
                        line.place(),
                        MeetingWords.state(line.state())))
                .toList();
        return new TableExport(Texts.text("meetings.export.name"), headers, rows);
    }
}
