package org.giaoban.access;

import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One real object behind an address pattern.
 *
 * @param pattern as in the handler's mapping, such as {@code /tasks/{id}}, or with a method before it: {@code POST /tasks/{id}}
 * @param variables values of the pattern's variables
 * @param params request parameters that the handler cannot do without
 * @param unit the unit that owns the object; null when whoever holds the capability anywhere may come in
 * @param canary a text that only those may ever read who may come in; null when there is none
 * @param personal whether the object is somebody else's own, whatever others hold
 * @param upload name of the file that the handler takes; null when it takes none
 * @param body the JSON that the handler takes; null when it takes none
 */
public record Sample(
        String pattern,
        Map<String, ?> variables,
        Map<String, String> params,
        @Nullable UnitId unit,
        @Nullable String canary,
        boolean personal,
        @Nullable String upload,
        @Nullable String body) {

    public static Sample of(String pattern, Map<String, ?> variables, @Nullable UnitId unit) {
        return new Sample(pattern, variables, Map.of(), unit, null, false, null, null);
    }

    public Sample with(Map<String, String> needed) {
        return new Sample(pattern, variables, needed, unit, canary, personal, upload, body);
    }

    public Sample hiding(String text) {
        return new Sample(pattern, variables, params, unit, text, personal, upload, body);
    }

    /** The object is one other person's own: nobody of the matrix may come in. */
    public Sample ofAnotherPerson() {
        return new Sample(pattern, variables, params, unit, canary, true, upload, body);
    }

    /** The handler takes a file under this name. */
    public Sample uploading(String name) {
        return new Sample(pattern, variables, params, unit, canary, personal, name, body);
    }

    /** The handler takes this JSON. */
    public Sample sending(String json) {
        return new Sample(pattern, variables, params, unit, canary, personal, upload, json);
    }
}
