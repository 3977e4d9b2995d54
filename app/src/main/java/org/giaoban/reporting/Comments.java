package org.giaoban.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Talk about single cells of a return, between those who make it and those who decide on it. */
@Service
@Transactional
class Comments {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NOTICE = 200;

    /** The same words again within this time are a second press, no second comment. */
    private static final Duration PRESS = Duration.ofSeconds(10);

    private final CommentRepository repository;
    private final ReturnRepository returns;
    private final Responsible responsible;
    private final Notices notices;
    private final Access access;
    private final Audit audit;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Clock clock;

    Comments(
            CommentRepository repository,
            ReturnRepository returns,
            Responsible responsible,
            Notices notices,
            Access access,
            Audit audit,
            Accounts accounts,
            CurrentViewer viewer,
            Clock clock) {
        this.repository = repository;
        this.returns = returns;
        this.responsible = responsible;
        this.notices = notices;
        this.access = access;
        this.audit = audit;
        this.accounts = accounts;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What was said about one cell; {@code resolvedBy} is empty while it is open. */
    record Thread(String indicator, List<Said> said, String resolvedBy, boolean open) {}

    /** One comment. */
    public record Said(String by, java.time.Instant at, String text) {}

    /** Says something about a cell; the other side is told. */
    void say(ReturnKey key, String indicator, String text) {
        requireOneSide(key);
        String body = WorkbookReader.plain(text);
        if (body.isEmpty() || body.length() > LONGEST) {
            throw new Refused("reporting.comment.refused", LONGEST);
        }
        if (!key.form().indicators().contains(indicator)) {
            throw new NotFound(indicator);
        }
        var row = returns.lock(key);
        var now = clock.instant();
        if (repository.said(row.id(), indicator, body, now.minus(PRESS), me())) {
            return;
        }
        repository.add(row.id(), indicator, body, now, me());
        audit.record("return.commented", row.id().ref(), key.unit().id(), Map.of("indicator", indicator));
        tell(key, indicator, body, now);
    }

    private void requireOneSide(ReturnKey key) {
        if (!access.allows(Capability.REPORT_ENTER, key.unit().id())) {
            access.require(Capability.REPORT_ACCEPT, key.unit().id());
        }
    }

    private void tell(ReturnKey key, String indicator, String body, java.time.Instant now) {
        var people = Objects.requireNonNull(responsible
                .of(List.of(key.unit()), LocalDate.now(clock))
                .get(key.unit().id()));
        var others = people.senders().contains(me()) ? people.judges() : people.senders();
        var args = List.of(
                key.unit().shortName(),
                Notice.period(key.period()),
                indicator,
                body.length() <= LONGEST_NOTICE ? body : body.substring(0, LONGEST_NOTICE) + "…");
        notices.sendAll(others.stream()
                .filter(account -> !account.equals(me()))
                .map(account -> Notice.to(
                        account,
                        "reporting.notice.comment",
                        args,
                        key.href() + "/comments?indicator=" + indicator,
                        key.unit().id(),
                        "return-comment:" + key.href() + ":" + indicator + ":" + now))
                .toList());
    }

    /** Ends the talk about a cell. */
    void resolve(ReturnKey key, String indicator) {
        requireOneSide(key);
        var row = returns.find(key).orElseThrow(() -> new NotFound(indicator));
        if (!repository.resolve(row.id(), indicator, clock.instant(), me())) {
            throw new Refused("reporting.comment.closed");
        }
        audit.record("return.comment-resolved", row.id().ref(), key.unit().id(), Map.of("indicator", indicator));
    }

    /** The threads of a return, by indicator; the caller has asked for the right to read it. */
    @Transactional(readOnly = true)
    List<Thread> of(ReturnKey key) {
        var rows = returns.find(key).map(row -> repository.of(row.id())).orElse(List.of());
        return threads(rows);
    }

    private List<Thread> threads(List<CommentRepository.Row> rows) {
        var names = names(rows);
        var byIndicator = rows.stream()
                .collect(Collectors.groupingBy(
                        CommentRepository.Row::indicator, LinkedHashMap::new, Collectors.toList()));
        var threads = new ArrayList<Thread>();
        byIndicator.forEach((indicator, said) -> {
            var last = said.getLast();
            threads.add(new Thread(
                    indicator,
                    said.stream()
                            .map(one -> new Said(names.getOrDefault(one.by(), ""), one.at(), one.body()))
                            .toList(),
                    Optional.ofNullable(last.resolver())
                            .map(account -> names.getOrDefault(account, ""))
                            .orElse(""),
                    last.resolvedAt() == null));
        });
        return threads;
    }

    private Map<AccountId, String> names(List<CommentRepository.Row> rows) {
        return accounts.names(rows.stream()
                .flatMap(row -> Stream.of(Optional.of(row.by()), Optional.ofNullable(row.resolver())))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    /** Open talk by indicator of one return: how many comments. */
    @Transactional(readOnly = true)
    Map<String, Integer> open(ReturnKey key) {
        return returns.find(key)
                .map(row -> repository
                        .open(List.of(row.id().value()))
                        .getOrDefault(row.id().value(), Map.of()))
                .orElse(Map.of());
    }

    /** Open threads by unit, for the list of a period. */
    @Transactional(readOnly = true)
    Map<UnitId, Integer> open(Collection<UnitId> units, Period period) {
        return units.isEmpty() ? Map.of() : repository.openByUnit(units, period);
    }

    private AccountId me() {
        return viewer.get().account();
    }
}
