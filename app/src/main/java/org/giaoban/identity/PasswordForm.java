package org.giaoban.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The present password and twice the new one. */
record PasswordForm(String present, String fresh, String again) {

    PasswordForm(@Nullable String present, @Nullable String fresh, @Nullable String again) {
        this.present = Objects.requireNonNullElse(present, "");
        this.fresh = Objects.requireNonNullElse(fresh, "");
        this.again = Objects.requireNonNullElse(again, "");
    }
}
