package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where an indicator is asked for. Implemented by modules that ask (forms of returns). */
public interface IndicatorUses {

    /** What asks for it on the day or later. */
    List<Use> asking(String code, LocalDate from);

    /** Something that asks for an indicator, and where it is. */
    record Use(String title, @Nullable String href) {}
}
