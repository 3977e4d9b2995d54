package org.giaoban.organization;

import java.util.Map;
import org.giaoban.platform.NotFound;

/** All kinds of units by their codes. */
record Kinds(Map<String, UnitKind> byCode) {

    UnitKind get(String code) {
        var kind = byCode.get(code);
        if (kind == null) {
            throw new NotFound(code);
        }
        return kind;
    }
}
