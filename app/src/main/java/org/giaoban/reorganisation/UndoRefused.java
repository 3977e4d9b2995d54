package org.giaoban.reorganisation;

import java.util.List;
import org.giaoban.platform.Refused;

/** An executed plan stays executed, for these reasons. */
class UndoRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    UndoRefused(List<String> reasons) {
        super("reorganisation.refused.undo", String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
