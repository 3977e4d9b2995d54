package org.giaoban.meetings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A meeting with its conclusions; {@code pocket} says which of the two frames asked. */
record RunPage(MeetingPages.View view, Map<UUID, List<Conclusion>> conclusions, ConclusionWords words, boolean pocket) {

    List<Conclusion> under(AgendaItem item) {
        return conclusions.getOrDefault(item.id(), List.of());
    }

    /** Conclusions the meeting cannot be closed with. */
    List<Conclusion> incomplete() {
        return all().filter(one -> !words.settled(one)).toList();
    }

    List<Conclusion> orders() {
        return all().filter(one -> one.kind() == OutcomeKind.TASK).toList();
    }

    List<Conclusion> others() {
        return all().filter(one -> one.kind() != OutcomeKind.TASK).toList();
    }

    private Stream<Conclusion> all() {
        return conclusions.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Conclusion::position));
    }

    String base() {
        return view.meeting().id().href();
    }
}
