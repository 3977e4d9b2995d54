package org.giaoban.meetings;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Slice;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.PageAsked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The meetings ahead and those that were held, for programs. */
@Api
class MeetingApi {

    private static final int PAGE = 50;

    private final MeetingPages pages;

    MeetingApi(MeetingPages pages) {
        this.pages = pages;
    }

    /** A meeting in a list. */
    public record MeetingShown(
            UUID id,
            String title,
            @Described("meetings.api.kind") String kind,
            UUID unit,
            String unitName,
            @Described("meetings.api.period") @Nullable String period,
            Instant startsAt,
            int minutes,
            String place,
            MeetingState state) {}

    @GetMapping("/meetings")
    @ForSignedIn
    @Described("meetings.api.list")
    Slice<MeetingShown> list(
            @RequestParam(defaultValue = "false") @Described("meetings.api.past") boolean past,
            @RequestParam(required = false) @Described("meetings.api.unit") @Nullable UUID unit,
            @RequestParam(required = false) @Described("platform.api.described.after") @Nullable String after) {
        var key = PageAsked.of(PAGE, after).after();
        if (key != null && MeetingFilter.Cursor.parse(key).isEmpty()) {
            throw PageAsked.unknownCursor();
        }
        var page = pages.list(past, unit == null ? "" : unit.toString(), key);
        return new Slice<>(
                page.meetings().items().stream()
                        .map(line -> shown(line, page.unitName(line)))
                        .toList(),
                page.meetings().next() == null
                        ? null
                        : PageAsked.written(page.meetings().next()));
    }

    private static MeetingShown shown(MeetingLine line, String unitName) {
        return new MeetingShown(
                line.id().value(),
                line.title(),
                line.kind(),
                line.unit().value(),
                unitName,
                line.period() == null ? null : line.period().code(),
                line.startsAt(),
                line.minutes(),
                line.place(),
                line.state());
    }
}
