package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says by which tree a page about a unit's past is shown, and whether the other one would make a difference. */
@Service
@Transactional(readOnly = true)
public class TreeChoices {

    private static final int MOST_KEPT = 10_000;

    private final Organization organization;
    private final Successions successions;
    private final TreeMemory memory;
    private final Clock clock;
    private final TreeAnswers<Between, Boolean> changes = new TreeAnswers<>(MOST_KEPT, (between, changed) -> 1);

    TreeChoices(Organization organization, Successions successions, TreeMemory memory, Clock clock) {
        this.organization = organization;
        this.successions = successions;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * @param view the one asked for, where it exists
     * @param treeOn the day of its tree
     * @param offered whether both views exist and differ
     */
    public record Choice(TreeView view, LocalDate treeOn, boolean offered) {

        public boolean asToday() {
            return view == TreeView.AS_TODAY;
        }

        /** "theo đơn vị hôm nay (22/11/2026)", for what leaves the page; empty as it was. */
        public String note() {
            return asToday() ? Texts.text("organization.view.note", Formats.date(treeOn)) : "";
        }

        /** A heading that says by which tree its figures are. */
        public String noted(String heading) {
            return asToday() ? heading + " – " + note() : heading;
        }
    }

    /** For what was said up to a day. */
    public Choice of(UnitId root, LocalDate day, TreeView asked) {
        var today = LocalDate.now(clock);
        if (!day.isBefore(today) || organization.find(root, today).isEmpty() || !changed(root, day, today)) {
            return new Choice(TreeView.AS_WAS, day, false);
        }
        var offered = organization.find(root, day).isPresent();
        return new Choice(asked, asked == TreeView.AS_TODAY ? today : day, offered);
    }

    private record Between(UnitId root, LocalDate day, LocalDate today) {}

    private boolean changed(UnitId root, LocalDate day, LocalDate today) {
        return changes.of(memory.now()).get(new Between(root, day, today), asked -> differs(root, day, today));
    }

    private boolean differs(UnitId root, LocalDate day, LocalDate today) {
        var was = parents(root, day);
        var is = parents(root, today);
        return !was.equals(is)
                || is.keySet().stream()
                        .flatMap(unit -> Stream.concat(successions.into(unit).stream(), successions.of(unit).stream()))
                        .anyMatch(step -> step.day().isAfter(day) && !step.day().isAfter(today));
    }

    private Map<UnitId, @Nullable UnitId> parents(UnitId root, LocalDate day) {
        var parents = new HashMap<UnitId, @Nullable UnitId>();
        organization.subtree(root, day).forEach(unit -> parents.put(unit.id(), unit.parent()));
        return parents;
    }
}
