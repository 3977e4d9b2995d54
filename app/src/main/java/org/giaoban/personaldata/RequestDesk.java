package org.giaoban.personaldata;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Component;

/** The breaches whose clock runs and the requests that wait for an answer, on "my work" and in the message of the day. */
@Component
class RequestDesk implements DeskSource {

    private static final int MOST = 99;

    private final RequestLists lists;
    private final Breaches breaches;
    private final RequestRights rights;

    RequestDesk(RequestLists lists, Breaches breaches, RequestRights rights) {
        this.lists = lists;
        this.breaches = breaches;
        this.rights = rights;
    }

    @Override
    public int order() {
        return 28;
    }

    @Override
    public String titleKey() {
        return "personaldata.desk";
    }

    @Override
    public String icon() {
        return "shield-check";
    }

    @Override
    public String href() {
        return "/personal-data";
    }

    @Override
    public int count(LocalDate today) {
        return breaches.running(MOST).size() + lists.open();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        var now = rights.now();
        var first = breaches.running(limit).stream().map(one -> item(new BreachLine(one, now)));
        return Stream.concat(first, lists.urgent(limit).stream().map(RequestDesk::item))
                .limit(limit)
                .toList();
    }

    private static DeskItem item(BreachLine line) {
        return new DeskItem(
                line.title(),
                Texts.text("personaldata.breach.one", line.number()) + " · " + line.standing(),
                line.href(),
                LocalDate.ofInstant(line.breach().told().reportDue(), Zone.ID));
    }

    private static DeskItem item(RequestLine line) {
        return new DeskItem(
                line.kind() + " · " + line.name(),
                line.number() + " · " + line.standing(),
                line.href(),
                line.request().due());
    }
}
