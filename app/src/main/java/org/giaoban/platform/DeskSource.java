package org.giaoban.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by a module that knows what the current viewer owes: one group on the page "my work", and its lines in the
 * message of the day. The number is that of the rows behind it.
 */
public interface DeskSource {

    /** Position among the groups: 10 tasks, 20 returns, 30 meetings, 90 inbox. */
    int order();

    String titleKey();

    /** Tabler icon, such as {@code ti-checklist}. */
    String icon();

    /** How much the viewer owes in all; shown as the badge of the page. */
    int count(LocalDate today);

    /** The list that shows all of it; null where there is none but the desk. */
    default @Nullable String href() {
        return null;
    }

    /** Whether the group is work the viewer owes, which the badge counts; news is not. */
    default boolean owed() {
        return true;
    }

    /** The most urgent of it, first things first. */
    List<DeskItem> items(LocalDate today, int limit);
}
