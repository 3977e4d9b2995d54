package org.giaoban.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.indicators.FactOrigins;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the passport of a figure which return it stands in, in which file, and who sent and accepted it. */
@Component
class ReturnOrigins implements FactOrigins {

    private final ReturnRepository returns;
    private final VersionRepository versions;
    private final Accounts accounts;
    private final Organization organization;
    private final ReasonRepository reasons;
    private final Acting acting;

    ReturnOrigins(
            ReturnRepository returns,
            VersionRepository versions,
            Accounts accounts,
            Organization organization,
            ReasonRepository reasons,
            Acting acting) {
        this.acting = acting;
        this.reasons = reasons;
        this.returns = returns;
        this.versions = versions;
        this.accounts = accounts;
        this.organization = organization;
    }

    @Override
    public String sourceKind() {
        return ReturnId.KIND;
    }

    @Override
    public Map<UUID, Origin> origins(Collection<UUID> sourceIds) {
        var rows = returns.of(sourceIds);
        var files = versions.fileNames(sourceIds);
        var units = units(rows);
        var names = new Names(
                accounts.names(rows.stream()
                        .map(ReturnRow::submitter)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet())),
                acting.deciders(rows));
        return rows.stream()
                .filter(row -> units.containsKey(row.unit()))
                .collect(Collectors.toMap(
                        row -> row.id().value(),
                        row -> origin(
                                row,
                                java.util.Objects.requireNonNull(units.get(row.unit())),
                                files.get(row.id().value()),
                                names)));
    }

    @Override
    public Map<Said, String> reasons(String indicator, Collection<Said> said) {
        return reasons.given(indicator, said);
    }

    /** Sources of one passport are of one period and one tree, so one reading of the tree serves all. */
    private Map<UnitId, Unit> units(List<ReturnRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        var day = rows.stream()
                .map(row -> Period.parse(row.period()).lastDay())
                .max(java.time.LocalDate::compareTo)
                .orElseThrow();
        return organization.root(day).map(root -> organization.subtree(root.id(), day)).orElse(List.of()).stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** Of those who sent by account, of those who decided by return. */
    private record Names(Map<AccountId, String> senders, Map<UUID, String> deciders) {

        String sender(@Nullable AccountId account) {
            return account == null ? "" : senders.getOrDefault(account, "");
        }
    }

    private static Origin origin(ReturnRow row, Unit unit, @Nullable String file, Names names) {
        var period = Period.parse(row.period());
        boolean accepted = row.state() == ReturnState.ACCEPTED;
        return new Origin(
                Texts.text("reporting.origin.label", unit.name(), PeriodName.of(period)),
                ReturnKey.href(unit.code(), row.form(), period),
                file,
                act(names.sender(row.submitter()), row.submittedAt()),
                accepted ? act(names.deciders().getOrDefault(row.id().value(), ""), row.decidedAt()) : null);
    }

    private static @Nullable Act act(String name, @Nullable Instant at) {
        return at == null ? null : new Act(name, at);
    }
}
