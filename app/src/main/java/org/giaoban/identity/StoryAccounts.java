package org.giaoban.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the accounts of a story. */
@Component
class StoryAccounts implements StoryPart {

    private final Accounts accounts;
    private final Passwords passwords;
    private final ObjectProvider<PersonCodes> persons;

    StoryAccounts(Accounts accounts, Passwords passwords, ObjectProvider<PersonCodes> persons) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.persons = persons;
    }

    @Override
    public int order() {
        return 29;
    }

    @Override
    public void load(Story story) {
        var hashes = new HashMap<String, String>();
        for (var row : story.csv("accounts.csv")) {
            if (accounts.byLogin(row.getOrDefault("login", "")).isEmpty()) {
                var password = row.getOrDefault("password", "");
                accounts.create(account(row, password), hashes.computeIfAbsent(password, passwords::hash));
            }
        }
    }

    private NewAccount account(Map<String, String> row, String password) {
        return new NewAccount(
                row.getOrDefault("login", ""),
                row.getOrDefault("name", ""),
                person(row),
                row.get("email"),
                password,
                NewAccount.FirstLogIn.KEEPS_PASSWORD);
    }

    private @Nullable PersonId person(Map<String, String> row) {
        return Optional.ofNullable(row.get("person_code"))
                .filter(code -> !code.isBlank())
                .flatMap(code -> persons.getObject().byCode(code))
                .orElse(null);
    }
}
