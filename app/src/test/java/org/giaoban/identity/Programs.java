package org.giaoban.identity;

import java.time.Instant;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Makes tokens for tests. */
public record Programs(ApiTokens tokens, CurrentViewer viewer) {

    public String token(AccountId account) {
        return token(account, null);
    }

    public String token(AccountId account, @Nullable UnitId unit, String... capabilities) {
        return issue(new NewToken(account, "kiểm thử", Set.of(capabilities), unit, null))
                .secret();
    }

    public ApiTokens.Issued until(AccountId account, Instant end) {
        return issue(new NewToken(account, "kiểm thử", Set.of(), null, end));
    }

    private ApiTokens.Issued issue(NewToken wanted) {
        return viewer.as(Viewer.SYSTEM, () -> tokens.issue(wanted));
    }

    /** Who comes with this token. */
    public Viewer comesWith(String token) {
        return ((ApiTokens.Shown.Good) tokens.shown(token)).viewer();
    }

    public static String bearer(String token) {
        return "Bearer " + token;
    }
}
