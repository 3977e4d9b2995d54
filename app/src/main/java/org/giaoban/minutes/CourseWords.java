package org.giaoban.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.proceedings.Course;
import org.giaoban.proceedings.Course.PersonPresence;
import org.giaoban.proceedings.Speech;
import org.giaoban.proceedings.Vote;

/** What happened in a meeting as its minutes put it: who came late or left, who spoke, how hands were raised. */
record CourseWords(Course course) {

    /** Whether it could decide, who came late, who left before the end. */
    List<String> attendance() {
        var lines = new ArrayList<String>();
        lines.add(course.quorum().sentence());
        add(
                lines,
                "minutes.who.late",
                course.people().stream()
                        .filter(PersonPresence::late)
                        .map(one -> {
                            var arrived = one.arrived();
                            return arrived == null ? one.name() : one.name() + " (" + Say.hour(arrived) + ")";
                        })
                        .toList());
        add(
                lines,
                "minutes.who.left",
                course.people().stream()
                        .map(one -> {
                            var left = one.left();
                            return left == null ? "" : one.name() + " (" + Say.hour(left) + ")";
                        })
                        .filter(name -> !name.isEmpty())
                        .toList());
        return lines;
    }

    private static void add(List<String> lines, String key, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(Say.it(key, String.join("; ", names)));
        }
    }

    String speeches(UUID item) {
        return course.speeches().stream()
                .filter(one -> item.equals(one.item()))
                .map(CourseWords::speech)
                .collect(Collectors.joining("\n"));
    }

    private static String speech(Speech one) {
        var who = one.title().isEmpty() ? one.name() : one.name() + ", " + one.title();
        return one.summary().isBlank()
                ? Say.it("minutes.spoke", who, Say.hour(one.startedAt()))
                : Say.it(
                        "minutes.spoke.said",
                        who,
                        Say.hour(one.startedAt()),
                        one.summary().strip());
    }

    String votes(UUID item) {
        return course.votes().stream()
                .filter(one -> one.item().equals(item) && one.struck() == null)
                .map(CourseWords::vote)
                .collect(Collectors.joining("\n"));
    }

    private static String vote(Vote one) {
        return Say.it(
                one.valid() ? "minutes.voted.carried" : "minutes.voted.lost",
                one.question(),
                one.inFavour(),
                one.against(),
                one.abstained(),
                one.present(),
                one.entitled());
    }
}
