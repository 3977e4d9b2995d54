package org.giaoban.personaldata;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which requests a list shows, as it stands in its address. */
public record RequestFilter(String state, String kind, Integer from) {

    private static final int FARTHEST = 100_000;

    public RequestFilter(@Nullable String state, @Nullable String kind, @Nullable Integer from) {
        this.state = Objects.requireNonNullElse(state, "");
        this.kind = Objects.requireNonNullElse(kind, "");
        this.from = Math.clamp(Objects.requireNonNullElse(from, 0), 0, FARTHEST);
    }

    boolean open() {
        return !state.equals("all");
    }

    Optional<RequestKind> asked() {
        return Arrays.stream(RequestKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    boolean narrowed() {
        return !kind.isEmpty() || !open();
    }

    String address(String next) {
        return "/personal-data?state=" + (open() ? "" : "all") + "&kind="
                + asked().map(Enum::name).orElse("") + "&from=" + next;
    }
}
