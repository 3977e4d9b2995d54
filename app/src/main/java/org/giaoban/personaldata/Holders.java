package org.giaoban.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.Account;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.AccountsOfPersons;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.people.PersonHeads;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.personal.DataSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together under which ids, names and addresses a person is known. Works as the system. */
@Service
class Holders {

    private final PersonHeads persons;
    private final AccountsOfPersons owned;
    private final Accounts accounts;
    private final Organization organization;
    private final SystemWork system;
    private final Clock clock;

    Holders(
            PersonHeads persons,
            AccountsOfPersons owned,
            Accounts accounts,
            Organization organization,
            SystemWork system,
            Clock clock) {
        this.persons = persons;
        this.owned = owned;
        this.accounts = accounts;
        this.organization = organization;
        this.system = system;
        this.clock = clock;
    }

    Holder of(Viewer viewer) {
        var person = viewer.person();
        var known = person == null ? Optional.<Holder>empty() : find(person);
        return known.orElseGet(() -> system.read(() -> ofAccount(viewer.account())));
    }

    Optional<Holder> find(PersonId person) {
        return system.read(() -> persons.find(person).map(this::ofPerson));
    }

    /** One or the other, as a request or an erasure has written it down. */
    Optional<Holder> find(@Nullable PersonId person, Set<AccountId> ids) {
        if (person != null) {
            return find(person);
        }
        return ids.stream().findFirst().map(account -> system.read(() -> ofAccount(account)));
    }

    private Holder ofPerson(PersonHeads.Head head) {
        var all = owned.all(head.id());
        var ids = ids(all);
        var names = Stream.concat(Stream.of(head.name()), all.stream().map(Account::name))
                .collect(Collectors.toSet());
        var alone = !persons.othersNamed(names, head.id()) && !owned.othersNamed(names, ids);
        var subject = new DataSubject(
                head.id(),
                ids,
                names,
                mails(Stream.concat(Stream.of(head.mail()), all.stream().map(Account::email))),
                alone);
        return new Holder(subject, head.name(), head.code(), open(all), head.keeper());
    }

    private Holder ofAccount(AccountId id) {
        var account = accounts.get(id);
        var names = Set.of(account.name());
        var subject = new DataSubject(
                null,
                Set.of(id),
                names,
                mails(Stream.ofNullable(account.email())),
                !owned.othersNamed(names, Set.of(id)));
        var top = organization
                .root(LocalDate.now(clock))
                .map(Unit::id)
                .or(() -> organization.roots(LocalDate.now(clock)).stream().findFirst())
                .orElseThrow(() -> new NotFound(id));
        return new Holder(subject, account.name(), "", account.open() ? id : null, top);
    }

    private static @Nullable AccountId open(List<Account> all) {
        return all.stream().filter(Account::open).map(Account::id).findFirst().orElse(null);
    }

    private static Set<AccountId> ids(List<Account> all) {
        return all.stream().map(Account::id).collect(Collectors.toSet());
    }

    private static Set<String> mails(Stream<@Nullable String> written) {
        return written.filter(mail -> mail != null && !mail.isBlank())
                .map(mail -> mail.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
