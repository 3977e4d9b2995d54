package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Texts;

/** Who reports an indicator: units of some kinds, by whoever holds a capability there. */
public record Reporter(String code, String nameVi, String nameEn, List<Kind> kinds) {

    /** One kind of unit, for as long as it is asked. */
    public record Kind(String unitKind, String capability, DateRange valid) {}

    public String name() {
        return Texts.language().equals("en") ? nameEn : nameVi;
    }

    /** The kinds of units asked on a day; none for what the system counts itself. */
    public List<Kind> on(LocalDate day) {
        return kinds.stream().filter(kind -> kind.valid().contains(day)).toList();
    }
}
