package org.giaoban.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Organization;
import org.giaoban.recommendations.PathRepository.Act;
import org.springframework.stereotype.Component;

/** Tells a desk what came to it, and the unit that asked what was done; in the transaction that did it. */
@Component
class RecommendationNotices {

    private static final int LONGEST = 200;

    private final Notices notices;
    private final Grants grants;
    private final Organization organization;
    private final CurrentViewer viewer;
    private final Clock clock;

    RecommendationNotices(
            Notices notices, Grants grants, Organization organization, CurrentViewer viewer, Clock clock) {
        this.notices = notices;
        this.grants = grants;
        this.organization = organization;
        this.viewer = viewer;
        this.clock = clock;
    }

    void raised(List<Recommendation> all) {
        all.forEach(one -> send(one, desk(one.desk().unit()), "recommendations.notice.raised"));
    }

    void told(Recommendation one, Act act) {
        switch (act) {
            case PASS -> {
                send(one, desk(one.desk().unit()), "recommendations.notice.raised");
                send(one, askers(one.unit()), "recommendations.notice.pass");
            }
            case TAKE_UP, ANSWER, REFUSE -> send(one, askers(one.unit()), "recommendations.notice." + act.code());
            case RAISE, WITHDRAW, HAND_OVER -> {}
        }
    }

    private void send(Recommendation one, Set<AccountId> to, String key) {
        var me = viewer.find().orElse(Viewer.SYSTEM).account();
        var names = organization.shortNames(List.of(one.unit(), one.desk().unit()), LocalDate.now(clock));
        var args = List.of(
                one.number().text(),
                names.getOrDefault(one.unit(), ""),
                names.getOrDefault(one.desk().unit(), ""),
                cut(one.text()));
        notices.sendAll(to.stream()
                .filter(account -> !account.equals(me))
                .map(account -> Notice.to(
                        account, key, args, one.href(), one.unit(), key + ":" + one.id() + ":" + clock.instant()))
                .toList());
    }

    /** Those given the right at the desk itself; where nobody was, those given it above. */
    Set<AccountId> desk(UnitId unit) {
        var own = grants.holdings(List.of(Capability.RECOMMENDATION_ANSWER), List.of(unit)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
        return own.isEmpty() ? grants.holders(Capability.RECOMMENDATION_ANSWER, unit) : own;
    }

    /** Those who make the returns of the unit that asked. */
    private Set<AccountId> askers(UnitId unit) {
        return grants.holdings(List.of(Capability.REPORT_ENTER), List.of(unit)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
