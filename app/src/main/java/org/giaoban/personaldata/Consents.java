package org.giaoban.personaldata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.PersonalTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people agree to. Silence is no consent; taking it back is as easy as giving it, and neither is ever forgotten. */
@Service
@Transactional
class Consents {

    private final ConsentRepository repository;
    private final Purposes purposes;
    private final PersonalTables tables;
    private final RequestRights rights;
    private final Audit audit;
    private final CurrentViewer viewer;

    Consents(
            ConsentRepository repository,
            Purposes purposes,
            PersonalTables tables,
            RequestRights rights,
            Audit audit,
            CurrentViewer viewer) {
        this.repository = repository;
        this.purposes = purposes;
        this.tables = tables;
        this.rights = rights;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** A purpose that rests on consent, and since when the viewer agrees. */
    public record Own(Purpose purpose, @Nullable Instant since) {}

    @Transactional(readOnly = true)
    List<Own> own() {
        var given = repository.of(viewer.get().account());
        return asked().stream().map(one -> new Own(one, given.get(one.code()))).toList();
    }

    /** How many agree, by the name of the purpose. */
    @Transactional(readOnly = true)
    Map<String, Integer> counts() {
        var counts = repository.counts();
        var named = new LinkedHashMap<String, Integer>();
        asked().forEach(one -> named.put(one.name().shown(), counts.getOrDefault(one.code(), 0)));
        return named;
    }

    /** The words agreed to are kept as they were shown. */
    void give(String code) {
        var purpose = purpose(code);
        var account = viewer.get().account();
        var words = Texts.text(
                "personaldata.consent.words",
                purpose.scope().kinds(),
                purpose.name().shown());
        if (repository.give(account, code, rights.now(), words)) {
            record(account, "given", code);
        }
    }

    void withdraw(String code) {
        var purpose = purpose(code);
        withdraw(viewer.get().account(), purpose);
    }

    /** On a request: everything this account agreed to. */
    void withdrawAll(AccountId account) {
        asked().forEach(one -> withdraw(account, one));
    }

    private void withdraw(AccountId account, Purpose purpose) {
        if (repository.withdraw(account, purpose.code(), rights.now())) {
            record(account, "withdrawn", purpose.code());
        }
    }

    /** A purpose with tables of its own asks where it begins, as the newsletter does of its subscribers. */
    private List<Purpose> asked() {
        var kept = tables.all().stream().map(PersonalTable::purpose).collect(Collectors.toSet());
        return purposes.now().stream()
                .filter(one -> one.byConsent() && !kept.contains(one.code()))
                .toList();
    }

    private Purpose purpose(String code) {
        return asked().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound(code));
    }

    private void record(AccountId account, String act, String code) {
        audit.record(
                "personaldata.consent-" + act,
                new ObjectRef("account", account.value()),
                null,
                Map.of("purpose", code));
    }
}
