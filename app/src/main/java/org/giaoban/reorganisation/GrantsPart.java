package org.giaoban.reorganisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Grant;
import org.giaoban.access.GrantSuccession;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rights in a unit that ends go on in its heir; those of the person who carries the plan out do not, they end. */
@Component
@Transactional(readOnly = true)
class GrantsPart implements ReorganisationPart {

    private final GrantSuccession grants;
    private final Accounts accounts;
    private final Access access;
    private final Trace trace;

    GrantsPart(GrantSuccession grants, Accounts accounts, Access access, Trace trace) {
        this.grants = grants;
        this.accounts = accounts;
        this.access = access;
        this.trace = trace;
    }

    @Override
    public String name() {
        return "grants";
    }

    @Override
    public String label() {
        return Texts.text("reorganisation.part.grants");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var running = grants.running(handover.ended(), handover.day());
        var counts = running.stream().collect(Collectors.groupingBy(Grant::unit, Collectors.counting()));
        var names =
                accounts.names(running.stream().map(Grant::account).distinct().toList());
        Function<Grant, AffectedRows.Row> row = grant -> new AffectedRows.Row(
                grant.unit(),
                counts.getOrDefault(grant.unit(), 0L).intValue(),
                new Affected.Item(
                        names.getOrDefault(grant.account(), "") + " – " + grants.words(grant),
                        null,
                        becomes(handover, grant)));
        return new AffectedRows(label(), access.scope(Capability.ORGANIZATION_EDIT))
                .of(running.stream().map(row).toList());
    }

    private static String becomes(Handover handover, Grant grant) {
        AccountId doer = handover.author().by().account();
        return handover.keeper(grant.unit())
                .filter(heir -> !grant.account().equals(doer))
                .map(heir -> Texts.text("reorganisation.grants.go-on", handover.name(heir)))
                .orElseGet(() -> Texts.text("reorganisation.grants.end"));
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var author = handover.author();
        var running = grants.running(handover.ended(), handover.day());
        var handing = new GrantSuccession.Handing(
                handover.from(), handover.to(), handover.day(), author.by().account(), author.at());
        journal.write(GrantSuccession.given(handing));
        var all = handover.ended().stream().map(UnitId::value).toArray(java.util.UUID[]::new);
        journal.write(GrantSuccession.ended(
                new GrantSuccession.Handing(all, handing.heirs(), handing.day(), handing.by(), handing.at())));
        grants.changed();
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return grants.counts(founded);
    }
}
