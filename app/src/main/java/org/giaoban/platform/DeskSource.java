package org.giaoban.platform;

import java.time.LocalDate;
import java.util.List;

/** Implemented by a module that knows what the current viewer owes: one group on the page "my work". */
public interface DeskSource {

    /** Position among the groups: 10 tasks, 20 returns, 30 meetings, 90 inbox. */
    int order();

    String titleKey();

    /** Tabler icon, such as {@code ti-checklist}. */
    String icon();

    /** How much the viewer owes in all; shown as the badge of the page. */
    int count(LocalDate today);

    /** Whether the group is work the viewer owes, which the badge counts; news is not. */
    default boolean owed() {
        return true;
    }

    /** The most urgent of it, first things first. */
    List<DeskItem> items(LocalDate today, int limit);
}
