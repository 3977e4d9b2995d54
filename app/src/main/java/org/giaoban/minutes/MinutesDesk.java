package org.giaoban.minutes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The minutes that wait for the viewer: to read out, to answer remarks on, to adopt, to sign. */
@Service
@Transactional(readOnly = true)
class MinutesDesk implements DeskSource {

    private static final int MOST = 999;
    private static final Comparator<Waiting> FIRST_WANTED = Comparator.comparing(
                    Waiting::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Waiting::day);

    private final WaitingRepository waiting;
    private final Access access;
    private final CurrentViewer viewer;
    private final Clock clock;

    MinutesDesk(WaitingRepository waiting, Access access, CurrentViewer viewer, Clock clock) {
        this.waiting = waiting;
        this.access = access;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 33;
    }

    @Override
    public String titleKey() {
        return "minutes.desk";
    }

    @Override
    public String icon() {
        return "writing-sign";
    }

    @Override
    public int count(LocalDate today) {
        return all().size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return all().stream().limit(limit).map(MinutesDesk::item).toList();
    }

    private List<Waiting> all() {
        var who = viewer.get();
        var kept = waiting.kept(who.account(), access.scope(Capability.MEETING_RUN), clock.instant(), MOST);
        var person = who.person();
        var chaired = person == null ? List.<Waiting>of() : waiting.chaired(person, MOST);
        return Stream.concat(kept.stream(), chaired.stream())
                .sorted(FIRST_WANTED)
                .toList();
    }

    static DeskItem item(Waiting one) {
        return new DeskItem(
                one.title(),
                Texts.text(
                        "minutes.desk." + one.step().name().toLowerCase(Locale.ROOT),
                        one.open(),
                        Formats.date(one.day())),
                one.href(),
                one.dueOn());
    }
}
