package org.giaoban.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proposals for coming meetings that wait for the decision of those who prepare them. */
@Service
@Transactional(readOnly = true)
class TopicWaiting implements DeskSource {

    private static final int MOST = 999;

    private final TopicRepository topics;
    private final Access access;
    private final Clock clock;

    TopicWaiting(TopicRepository topics, Access access, Clock clock) {
        this.topics = topics;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public String titleKey() {
        return "preparation.desk.topics";
    }

    @Override
    public String icon() {
        return "bulb";
    }

    @Override
    public int count(LocalDate today) {
        return waiting(MOST).size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return waiting(limit).stream().map(TopicWaiting::item).toList();
    }

    private static DeskItem item(TopicRepository.Waiting one) {
        var topic = one.topic();
        return new DeskItem(
                topic.content().title(),
                Texts.text(
                        "preparation.desk.topic",
                        one.meeting(),
                        Formats.dateTime(one.startsAt()),
                        topic.origin().name()),
                new MeetingId(Objects.requireNonNull(topic.place().meeting())).href() + "/topics",
                LocalDate.ofInstant(one.startsAt(), Zone.ID));
    }

    private List<TopicRepository.Waiting> waiting(int most) {
        var scope = access.scope(Capability.MEETING_RUN);
        return scope.empty() ? List.of() : topics.waiting(scope, clock.instant(), most);
    }
}
