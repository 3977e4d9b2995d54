package org.giaoban.recommendations;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.recommendations.RecommendationFilter.Side;
import org.giaoban.recommendations.RecommendationLists.DeskAge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ledger on screen and as a file: what I am to answer, what my units asked, everything I may see. */
@Controller
class RecommendationListController {

    private final RecommendationLists lists;
    private final Access access;

    RecommendationListController(RecommendationLists lists, Access access) {
        this.lists = lists;
        this.access = access;
    }

    /** What the list shows. */
    public record Page(
            Slice<RecommendationLine> lines,
            List<DeskAge> ages,
            RecommendationFilter filter,
            Map<String, String> tabs,
            Map<String, String> units,
            boolean mayRaise) {

        String active() {
            return "/recommendations?side=" + filter.side().code();
        }

        Map<String, String> states() {
            var states = new LinkedHashMap<String, String>();
            states.put(RecommendationFilter.OPEN, Texts.text("recommendations.filter.open"));
            states.put(RecommendationFilter.LATE, Texts.text("recommendations.filter.late"));
            Arrays.stream(RecommendationState.values()).forEach(state -> states.put(state.name(), state.word()));
            states.put(RecommendationFilter.ANY, Texts.text("recommendations.filter.any"));
            return states;
        }

        Map<String, String> ageChoices() {
            var choices = new LinkedHashMap<String, String>();
            RecommendationFilter.AGES.forEach(
                    days -> choices.put(days.toString(), Texts.text("recommendations.filter.older", days)));
            return choices;
        }

        Map<String, String> desks() {
            var desks = new LinkedHashMap<String, String>();
            ages.forEach(age -> desks.put(age.desk().value().toString(), age.name()));
            return desks;
        }

        String value(@Nullable Object part) {
            return part == null ? "" : part.toString();
        }

        String atDesk(DeskAge age) {
            return "/recommendations?side=" + filter.side().code() + "&desk="
                    + age.desk().value();
        }
    }

    @GetMapping("/recommendations")
    @Requires({Capability.REPORT_READ, Capability.RECOMMENDATION_ANSWER})
    ModelAndView list(@RequestParam Map<String, String> query) {
        int toAnswer = lists.open(Side.ANSWER);
        int raised = lists.open(Side.RAISED);
        var filter = RecommendationFilter.of(query, usual(toAnswer, raised));
        var page = new Page(
                lists.page(filter, RecommendationFilter.id(query.get("after")), RecommendationLists.PAGE),
                lists.ages(filter),
                filter,
                tabs(toAnswer, raised),
                lists.units(filter),
                access.allowsAnywhere(Capability.REPORT_ENTER));
        return new ModelAndView("recommendations/list", "page", page);
    }

    private static Side usual(int toAnswer, int raised) {
        return toAnswer > 0 ? Side.ANSWER : raised > 0 ? Side.RAISED : Side.ALL;
    }

    private Map<String, String> tabs(int toAnswer, int raised) {
        var tabs = new LinkedHashMap<String, String>();
        if (access.allowsAnywhere(Capability.RECOMMENDATION_ANSWER)) {
            tabs.put("/recommendations?side=answer", Texts.text("recommendations.tab.answer", toAnswer));
        }
        if (access.allowsAnywhere(Capability.REPORT_ENTER)) {
            tabs.put("/recommendations?side=raised", Texts.text("recommendations.tab.raised", raised));
        }
        tabs.put("/recommendations?side=all", Texts.text("recommendations.tab.all"));
        return tabs;
    }

    @GetMapping("/recommendations/export")
    @Requires({Capability.REPORT_READ, Capability.RECOMMENDATION_ANSWER})
    ResponseEntity<byte[]> export(
            @RequestParam Map<String, String> query, @RequestParam(defaultValue = "xlsx") String format) {
        var headers =
                List.of("number", "unit", "text", "to", "desk", "raised", "due", "state", "late", "answer").stream()
                        .map(column -> Texts.text("recommendations.column." + column))
                        .toList();
        var rows = lists.all(RecommendationFilter.of(query, Side.ALL)).stream()
                .map(RecommendationListController::cells)
                .toList();
        return new TableExport(Texts.text("recommendations.file"), headers, rows).as(format);
    }

    private static List<Object> cells(RecommendationLine line) {
        return List.of(
                line.number(),
                line.unitName(),
                line.text(),
                line.addressed().to(),
                line.addressed().deskName(),
                line.dates().raisedOn(),
                line.dates().dueOn(),
                line.state().word(),
                line.overdue() ? line.dates().late() : 0,
                line.answer() == null ? "" : line.answer());
    }
}
