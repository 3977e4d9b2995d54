package org.giaoban.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** Something that is public, as visitors are shown it. */
record Released(
        UUID id,
        UnitId unit,
        Kind kind,
        @Nullable UUID source,
        Facts facts,
        String sort,
        @Nullable String slug,
        LocalDate on,
        @Nullable LocalDate until,
        Instant at) {

    String title() {
        return facts.told("title");
    }

    String day() {
        return Formats.date(on);
    }

    /** Whether it holds on a day: begun, and not over. */
    boolean holds(LocalDate day) {
        return !on.isAfter(day) && (until == null || !until.isBefore(day));
    }

    String href() {
        return address(kind, id, facts);
    }

    /** Where visitors find a document, a piece of work, a series or a page. */
    static String address(Kind kind, UUID id, Facts facts) {
        return switch (kind) {
            case PAPER -> "/van-ban/" + id;
            case WORK ->
                facts.text("sort").equals("PLAN")
                        ? "/ke-hoach?nam=" + facts.text("onDay").substring(0, 4)
                        : "/lich-cong-tac?tu=" + facts.text("onDay");
            case SERIES -> "/so-lieu-cong-khai/" + facts.text("slug");
            case PAGE -> "/trang/" + facts.text("slug");
            case CONTACT, BANNER, SITE -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Its place in a list, newest first, for the next page. */
    String place() {
        return on + "_" + id;
    }
}
