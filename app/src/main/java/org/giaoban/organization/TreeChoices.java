package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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

    private final Organization organization;
    private final Successions successions;
    private final Clock clock;

    TreeChoices(Organization organization, Successions successions, Clock clock) {
        this.organization = organization;
        this.successions = successions;
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

    private boolean changed(UnitId root, LocalDate day, LocalDate today) {
        var was = parents(root, day);
        var is = parents(root, today);
        return !was.equals(is)
                || is.keySet().stream()
                        .flatMap(unit -> java.util.stream.Stream.concat(
                                successions.into(unit).stream(), successions.of(unit).stream()))
                        .anyMatch(step -> step.day().isAfter(day) && !step.day().isAfter(today));
    }

    private Map<UnitId, @Nullable UnitId> parents(UnitId root, LocalDate day) {
        var parents = new HashMap<UnitId, @Nullable UnitId>();
        organization.subtree(root, day).forEach(unit -> parents.put(unit.id(), unit.parent()));
        return parents;
    }
}
