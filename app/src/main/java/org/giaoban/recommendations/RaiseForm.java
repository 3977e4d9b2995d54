package org.giaoban.recommendations;

import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** A recommendation as typed: a chosen addressee, or another one in words. */
public record RaiseForm(String id, String unit, String meeting, String text, String desk, String addressee) {

    public RaiseForm(
            @Nullable String id,
            @Nullable String unit,
            @Nullable String meeting,
            @Nullable String text,
            @Nullable String desk,
            @Nullable String addressee) {
        this.id = Objects.requireNonNullElse(id, "");
        this.unit = Objects.requireNonNullElse(unit, "");
        this.meeting = Objects.requireNonNullElse(meeting, "");
        this.text = VietnameseText.nfc(Objects.requireNonNullElse(text, "")).strip();
        this.desk = Objects.requireNonNullElse(desk, "");
        this.addressee =
                VietnameseText.nfc(Objects.requireNonNullElse(addressee, "")).strip();
    }

    static RaiseForm empty(@Nullable String unit, @Nullable String meeting) {
        return new RaiseForm(Uuid7.next().toString(), unit, meeting, null, null, null);
    }

    /** Made with the form, so that sending it twice raises it once. */
    UUID once() {
        return Objects.requireNonNullElseGet(RecommendationFilter.id(id), Uuid7::next);
    }
}
