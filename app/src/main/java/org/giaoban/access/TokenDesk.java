package org.giaoban.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.ApiToken;
import org.giaoban.identity.ApiTokens;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewToken;
import org.giaoban.identity.TokenId;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of the API: everybody's own, and for administrators those of the accounts they look after. */
@Service
@Transactional
class TokenDesk {

    static final int PAGE = 50;

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final AccountAdmin admin;
    private final CurrentViewer viewer;
    private final ObjectProvider<UnitTree> tree;
    private final Recording recording;

    TokenDesk(
            ApiTokens tokens,
            Accounts accounts,
            AccountAdmin admin,
            CurrentViewer viewer,
            ObjectProvider<UnitTree> tree,
            Recording recording) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.admin = admin;
        this.viewer = viewer;
        this.tree = tree;
        this.recording = recording;
    }

    /** What is asked of a new token. */
    record Wanted(
            AccountId account,
            String label,
            Set<Capability> capabilities,
            @Nullable UnitId unit,
            @Nullable LocalDate lastDay) {}

    @Transactional(readOnly = true)
    List<TokenLine> own() {
        return lines(tokens.of(viewer.get().account()));
    }

    /** Newest first; one more than a page tells that there are others. */
    @Transactional(readOnly = true)
    List<TokenLine> page(@Nullable TokenId after) {
        return lines(tokens.page(admin.hidden(), after, PAGE));
    }

    Optional<UnitId> unit(String code) {
        return tree.getObject().byCode(code);
    }

    LocalDate today() {
        return recording.today();
    }

    ApiTokens.Issued issue(Wanted wanted) {
        var names = wanted.capabilities().stream().map(Capability::name).collect(Collectors.toSet());
        var last = wanted.lastDay();
        var ends = last == null ? null : last.plusDays(1).atStartOfDay(Zone.ID).toInstant();
        var label = VietnameseText.nfc(wanted.label()).strip();
        return tokens.issue(new NewToken(wanted.account(), label, names, wanted.unit(), ends));
    }

    void revokeOwn(TokenId id) {
        if (!tokens.get(id).account().equals(viewer.get().account())) {
            throw new NotFound(id);
        }
        tokens.revoke(id);
    }

    void revoke(TokenId id) {
        admin.get(tokens.get(id).account());
        tokens.revoke(id);
    }

    private List<TokenLine> lines(List<ApiToken> found) {
        var owners = accounts.names(found.stream().map(ApiToken::account).collect(Collectors.toSet()));
        var units = new ArrayList<UnitId>();
        found.forEach(token -> {
            if (token.limits().unit() instanceof UnitId unit) {
                units.add(unit);
            }
        });
        Map<UnitId, String> names = tree.getObject().names(units);
        return found.stream()
                .map(token -> TokenLine.of(
                        token,
                        owners.getOrDefault(token.account(), ""),
                        token.limits().unit() == null
                                ? ""
                                : names.getOrDefault(token.limits().unit(), ""),
                        recording.now()))
                .toList();
    }
}
