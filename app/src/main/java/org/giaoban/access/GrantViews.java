package org.giaoban.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rights in words, for the pages of administrators. */
@Service
@Transactional(readOnly = true)
class GrantViews {

    private static final int UNITS_NAMED = 12;

    private final Grants grants;
    private final Roles roles;
    private final Access access;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final ObjectProvider<UnitTree> tree;
    private final Recording recording;

    GrantViews(
            Grants grants,
            Roles roles,
            Access access,
            Accounts accounts,
            CurrentViewer viewer,
            ObjectProvider<UnitTree> tree,
            Recording recording) {
        this.grants = grants;
        this.roles = roles;
        this.access = access;
        this.accounts = accounts;
        this.viewer = viewer;
        this.tree = tree;
        this.recording = recording;
    }

    /** One grant in words. */
    public record Line(
            UUID id,
            UUID account,
            String accountName,
            String right,
            String unit,
            Reach reach,
            LocalDate from,
            @Nullable LocalDate lastDay,
            State state) {}

    /** Whether a grant runs today, will run, or is over. */
    public enum State {
        RUNS,
        COMING,
        OVER
    }

    /** What a grant would open. */
    public record Opening(String account, String right, List<String> capabilities, int units, List<String> names) {}

    List<Line> of(AccountId account) {
        return lines(grants.of(account));
    }

    List<Line> in(UnitId unit) {
        return lines(grants.in(unit));
    }

    Line line(GrantId id) {
        return lines(List.of(grants.get(id))).getFirst();
    }

    boolean mayGiveTo(AccountId account) {
        return access.allowsAnywhere(Capability.GRANTS)
                && !viewer.get().account().equals(account);
    }

    /** The roles and capabilities that the viewer holds and so may give. */
    Map<String, String> rights() {
        var rights = new LinkedHashMap<>(roles.choices());
        var bundles = roles.bundles();
        rights.keySet()
                .removeIf(code -> !bundles.getOrDefault(code, Set.of()).stream().allMatch(access::allowsAnywhere));
        return rights;
    }

    Opening opening(AccountId account, Given given, UnitId unit, Reach reach) {
        access.require(Capability.GRANTS, unit);
        var units = reach == Reach.UNIT ? Set.of(unit) : tree.getObject().subtree(unit, recording.today());
        var capabilities = roles.capabilities(given).stream()
                .sorted(Comparator.comparing(Capability::ordinal))
                .map(capability -> roles.name(new Given.OneCapability(capability)))
                .toList();
        var names = tree.getObject().names(units).values().stream()
                .sorted(VietnameseText.alphabetical())
                .limit(UNITS_NAMED)
                .toList();
        return new Opening(accountName(account), roles.name(given), capabilities, units.size(), names);
    }

    String unitName(UnitId unit) {
        return tree.getObject().name(unit);
    }

    String accountName(AccountId account) {
        var name = accounts.names(List.of(account)).get(account);
        if (name == null) {
            throw new NotFound(account);
        }
        return name;
    }

    private List<Line> lines(List<Grant> found) {
        var units = tree.getObject().names(found.stream().map(Grant::unit).collect(Collectors.toSet()));
        var names = accounts.names(found.stream().map(Grant::account).collect(Collectors.toSet()));
        var rights = roles.choices();
        return found.stream()
                .map(grant -> new Line(
                        grant.id().value(),
                        grant.account().value(),
                        names.getOrDefault(grant.account(), ""),
                        rights.getOrDefault(grant.given().code(), grant.given().code()),
                        units.getOrDefault(grant.unit(), ""),
                        grant.reach(),
                        grant.valid().from(),
                        grant.valid().lastDay().orElse(null),
                        state(grant)))
                .sorted(Comparator.comparing(Line::state))
                .toList();
    }

    private State state(Grant grant) {
        var today = recording.today();
        if (grant.valid().contains(today)) {
            return State.RUNS;
        }
        return grant.runs(today) ? State.COMING : State.OVER;
    }
}
