package org.giaoban.tasks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;

/**
 * What the fields "who, by when, measured how" of a form offer and hold.
 *
 * @param errors by the field's name
 * @param typed by the field's name
 */
public record DutyChoice(
        List<Unit> units,
        Map<String, String> posts,
        Map<String, String> people,
        Map<String, String> errors,
        Map<String, String> typed,
        Set<UnitId> chosen) {

    String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
