package org.giaoban.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing the viewer owes: what, for whom, where to do it and by when. All texts are ready to show. */
public record DeskItem(
        String title, String detail, String href, @Nullable LocalDate dueOn) {}
