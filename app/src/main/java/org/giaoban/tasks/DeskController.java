package org.giaoban.tasks;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page "my work": what the viewer owes today, over all modules. */
@Controller
class DeskController {

    private static final int SHOWN = 20;

    private final ObjectProvider<DeskSource> sources;
    private final Clock clock;

    DeskController(ObjectProvider<DeskSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** What the page shows. */
    public record Page(LocalDate today, List<Group> groups) {

        long late(DeskItem item) {
            return item.dueOn() == null ? 0 : DAYS.between(item.dueOn(), today);
        }
    }

    /** The share of one module. */
    public record Group(String title, String icon, int count, List<DeskItem> items) {}

    @GetMapping("/desk")
    @ForSignedIn
    ModelAndView desk() {
        var today = LocalDate.now(clock);
        var groups = sources.stream()
                .sorted(Comparator.comparingInt(DeskSource::order))
                .map(source -> group(source, today))
                .filter(group -> group.count() > 0)
                .toList();
        return new ModelAndView("tasks/desk", "page", new Page(today, groups));
    }

    private static Group group(DeskSource source, LocalDate today) {
        return new Group(Texts.text(source.titleKey()), source.icon(), source.count(today), source.items(today, SHOWN));
    }
}
