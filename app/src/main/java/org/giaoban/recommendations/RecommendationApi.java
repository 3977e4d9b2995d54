package org.giaoban.recommendations;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Slice;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.giaoban.platform.api.TakenIn;
import org.giaoban.recommendations.RecommendationFilter.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of recommendations for programs. */
@Api
class RecommendationApi {

    private final RecommendationLists lists;
    private final RecommendationPages pages;
    private final Answering answering;

    RecommendationApi(RecommendationLists lists, RecommendationPages pages, Answering answering) {
        this.lists = lists;
        this.pages = pages;
        this.answering = answering;
    }

    /** Something a unit asks of somebody above, and how it stands. */
    public record RecommendationShown(
            UUID id,
            @Described("recommendations.api.number") String number,
            UUID unit,
            String unitName,
            String text,
            @Described("recommendations.api.addressee") String addressee,
            @Described("recommendations.api.desk") UUID desk,
            String deskName,
            LocalDate raisedOn,
            LocalDate dueOn,
            int daysWaiting,
            int daysLate,
            RecommendationState state,
            @Nullable String answer) {

        static RecommendationShown of(RecommendationLine line) {
            return new RecommendationShown(
                    line.id(),
                    line.number(),
                    line.unit().value(),
                    line.unitName(),
                    line.text(),
                    line.addressed().to(),
                    line.addressed().desk().value(),
                    line.addressed().deskName(),
                    line.dates().raisedOn(),
                    line.dates().dueOn(),
                    line.daysWaiting(),
                    line.overdue() ? line.dates().late() : 0,
                    line.state(),
                    line.answer());
        }
    }

    /** The answer to a recommendation. */
    @TakenIn
    public record AnswerPut(String answer) {}

    @GetMapping("/recommendations")
    @Requires({Capability.REPORT_READ, Capability.RECOMMENDATION_ANSWER})
    @Described("recommendations.api.list")
    Slice<RecommendationShown> list(
            @RequestParam(defaultValue = "ALL") @Described("recommendations.api.side") Side side,
            @RequestParam(required = false) @Described("recommendations.api.state") @Nullable RecommendationState state,
            @RequestParam(defaultValue = PageAsked.USUAL) @Described("platform.api.described.limit") int limit,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var page = PageAsked.of(limit, after);
        var from = page.after() == null ? null : RecommendationFilter.id(page.after());
        if (page.after() != null && from == null) {
            throw PageAsked.unknownCursor();
        }
        var asked = new HashMap<String, String>();
        asked.put("state", state == null ? RecommendationFilter.ANY : state.name());
        var found = lists.page(RecommendationFilter.of(asked, side), from, limit);
        return new Slice<>(
                found.items().stream().map(RecommendationShown::of).toList(),
                found.next() == null ? null : PageAsked.written(found.next()));
    }

    @PostMapping(path = "/recommendations/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.RECOMMENDATION_ANSWER)
    @Described("recommendations.api.answer")
    RecommendationShown answer(
            @PathVariable @Described("recommendations.api.id") UUID id, @RequestBody AnswerPut said) {
        answering.answer(id, said.answer());
        return RecommendationShown.of(pages.line(id));
    }
}
