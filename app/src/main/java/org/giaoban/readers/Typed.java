package org.giaoban.readers;

import java.util.Objects;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** What somebody typed: in the one Unicode form, without what cannot be seen. */
final class Typed {

    private Typed() {}

    static String line(@Nullable String sent) {
        return text(sent).replaceAll("\\s+", " ").strip();
    }

    static String text(@Nullable String sent) {
        var composed = VietnameseText.nfc(Objects.requireNonNullElse(sent, ""));
        return composed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\n\t]]|\\p{Cf}|\\p{Co}|\\p{Cn}", "")
                .strip();
    }
}
