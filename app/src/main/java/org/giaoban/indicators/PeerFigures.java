package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the figures of similar units lie. Returns come by the hundred in a second, so it is worked out for all units at once and
 * kept for some minutes; a median does not mind a few returns that came since.
 */
@Service
@Transactional(readOnly = true)
public class PeerFigures implements Memory {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_PERIODS = 200;

    private final PeerRepository repository;
    private final CheckRepository checks;
    private final Organization organization;
    private final Cache<Question, Map<Group, Peers>> known = Caffeine.newBuilder()
            .maximumSize(MOST_PERIODS)
            .expireAfterWrite(KEPT)
            .build();

    PeerFigures(PeerRepository repository, CheckRepository checks, Organization organization) {
        this.repository = repository;
        this.checks = checks;
        this.organization = organization;
    }

    /** A period, and the state of the checks and of the tree. */
    private record Question(Period period, long checks, Object tree) {}

    private record Group(String kind, String code) {}

    /** Units of the same kind in the same period, or while they are fewer than {@code least}, in the one before. */
    public Optional<Peers> of(Unit unit, Period period, String code, int least) {
        var group = new Group(unit.kind(), code);
        return Stream.of(period, period.previous())
                .map(each -> Optional.ofNullable(all(each).get(group)))
                .flatMap(Optional::stream)
                .filter(peers -> peers.count() >= least)
                .findFirst();
    }

    private Map<Group, Peers> all(Period period) {
        return known.get(new Question(period, checks.number(), organization.state()), this::count);
    }

    private Map<Group, Peers> count(Question question) {
        var period = question.period();
        var codes = checks.on(period.lastDay()).stream()
                .map(CheckRule::relation)
                .filter(Relation.Peers.class::isInstance)
                .map(Relation::subject)
                .collect(Collectors.toSet());
        return codes.isEmpty() ? Map.of() : among(period, repository.said(codes, PeriodKey.of(period)));
    }

    private Map<Group, Peers> among(Period period, List<PeerRepository.Said> said) {
        var kinds = organization.units(period.lastDay()).stream().collect(Collectors.toMap(Unit::id, Unit::kind));
        var values = new HashMap<Group, List<BigDecimal>>();
        for (var each : said) {
            var kind = kinds.get(each.unit());
            if (kind != null) {
                values.computeIfAbsent(new Group(kind, each.code()), group -> new ArrayList<>())
                        .add(each.value());
            }
        }
        var peers = new HashMap<Group, Peers>();
        values.forEach((group, found) -> peers.put(group, Peers.of(period, found)));
        return peers;
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }
}
