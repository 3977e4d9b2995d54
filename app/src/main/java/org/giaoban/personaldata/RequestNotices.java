package org.giaoban.personaldata;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.personaldata.RequestPath.Act;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Tells those who answer that something was asked, and the one who asked what was done. */
@Component
class RequestNotices {

    private final Notices notices;
    private final Grants grants;
    private final RequestRights rights;

    RequestNotices(Notices notices, Grants grants, RequestRights rights) {
        this.rights = rights;
        this.notices = notices;
        this.grants = grants;
    }

    void received(Request one) {
        var book =
                one.number().text() + " · " + rights.names(List.of(one.unit())).getOrDefault(one.unit(), "");
        officers(one.unit())
                .forEach(account -> send(
                        account,
                        one,
                        "received",
                        List.of(book, Formats.date(one.dates().answerDue()))));
    }

    void told(Request one, Act act) {
        var account = one.asker().account();
        if (account != null) {
            switch (act) {
                case ACCEPT, EXTEND, REFUSE, FINISH ->
                    send(
                            account,
                            one,
                            act.key(),
                            List.of(
                                    one.number().text(),
                                    Formats.date(one.dates().performDue())));
                case RECEIVE, TAKE_BACK, ERASE, HAND_OUT, LIFT -> {}
            }
        }
    }

    private void send(AccountId account, Request one, String what, List<String> said) {
        var href = what.equals("received") ? "/personal-data/requests/" + one.id() : "/my-data/requests/" + one.id();
        notices.send(Notice.to(
                account,
                "personaldata.notice." + what,
                said,
                href,
                one.unit(),
                "personal-request:" + one.id() + ":" + what));
    }

    /** Those given the office at the unit itself; where nobody was, those given it above. */
    Set<AccountId> officers(UnitId unit) {
        var own = grants.holdings(List.of(Capability.PERSONAL_DATA), List.of(unit)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
        return own.isEmpty() ? grants.holders(Capability.PERSONAL_DATA, unit) : own;
    }
}
