package org.giaoban.access;

import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of grants when units end and others take their place; whoever writes keeps the rows to put them back. */
@Component
@Transactional(readOnly = true)
public class GrantSuccession {

    private final GrantRepository repository;
    private final Roles roles;
    private final GrantNumber number;

    GrantSuccession(GrantRepository repository, Roles roles, GrantNumber number) {
        this.repository = repository;
        this.roles = roles;
        this.number = number;
    }

    /** To be called by whoever ran {@link #given} or {@link #ended}, or put such rows back. */
    public void changed() {
        number.renew();
    }

    /** Whose grants change hands, from when, and who does it; nobody hands over rights to themselves. */
    public record Handing(UUID[] units, UUID[] heirs, LocalDate day, AccountId by, Instant at) {}

    /** Grants in the units that run on the day or later. */
    public List<Grant> running(Collection<UnitId> units, LocalDate day) {
        return units.isEmpty() ? List.of() : repository.running(units, day);
    }

    /** What a grant gives, in words. */
    public String words(Grant grant) {
        return roles.name(grant.given());
    }

    public Map<UnitId, Integer> counts(Collection<UnitId> units) {
        return repository.counts(units);
    }

    /** The same rights in the heirs, from the day on; a right held there already is not given twice. */
    public static Query given(Handing handing) {
        return query(
                """
                insert into access.granted_right (id, account_id, capability, role, unit_id, reach, from_on, until_on,
                                                  given_at, giver_account_id)
                select uuidv7(), g.account_id, g.capability, g.role, h.heir, g.reach, greatest(g.from_on, {2}::date),
                       g.until_on, {3}, {4}
                from access.granted_right g join unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir) on h.unit = g.unit_id
                where (g.until_on is null or g.until_on > {2}::date) and g.account_id <> {4}
                order by g.id
                on conflict do nothing""",
                val(handing.units()),
                val(handing.heirs()),
                val(handing.day()),
                val(handing.at()),
                val(handing.by().value()));
    }

    /** Ends the grants in the units that are gone; to follow {@link #given}. */
    public static Query ended(Handing handing) {
        return query(
                """
                update access.granted_right
                set until_on = greatest(from_on, {1}::date), ended_at = {2}, ender_account_id = {3}
                where unit_id = any ({0}::uuid[]) and (until_on is null or until_on > {1}::date)""",
                val(handing.units()),
                val(handing.day()),
                val(handing.at()),
                val(handing.by().value()));
    }
}
