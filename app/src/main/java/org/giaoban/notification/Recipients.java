package org.giaoban.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Finds the account and the mail address of whoever is to be told. */
@Component
class Recipients {

    private final Accounts accounts;
    private final ObjectProvider<JavaMailSender> post;

    Recipients(Accounts accounts, ObjectProvider<JavaMailSender> post) {
        this.accounts = accounts;
        this.post = post;
    }

    /** Things by the account they are for; what is for a person without an account is for nobody. */
    <T> Map<AccountId, List<T>> byAccount(Collection<T> things, Function<T, Recipient> to) {
        var persons = things.stream()
                .map(to)
                .filter(Recipient.Person.class::isInstance)
                .map(recipient -> ((Recipient.Person) recipient).id())
                .distinct()
                .toList();
        var known = persons.isEmpty() ? Map.<PersonId, AccountId>of() : accounts.byPersons(persons);
        var found = new LinkedHashMap<AccountId, List<T>>();
        for (var thing : things) {
            var account = account(to.apply(thing), known);
            if (account != null) {
                found.computeIfAbsent(account, id -> new ArrayList<>()).add(thing);
            }
        }
        return found;
    }

    private static @Nullable AccountId account(Recipient recipient, Map<PersonId, AccountId> known) {
        return switch (recipient) {
            case Recipient.Account account -> account.id();
            case Recipient.Person person -> known.get(person.id());
        };
    }

    /** Mail addresses of those who have one; nobody's when no mail server is set. */
    Map<AccountId, String> addresses(Collection<AccountId> ids) {
        return post.getIfAvailable() == null || ids.isEmpty() ? Map.of() : accounts.emails(ids);
    }

    Set<AccountId> withMail(Collection<AccountId> ids) {
        return addresses(ids).keySet();
    }

    Map<AccountId, String> names(Collection<AccountId> ids) {
        return accounts.names(ids);
    }
}
