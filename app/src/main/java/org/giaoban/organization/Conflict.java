package org.giaoban.organization;

import java.util.List;

/**
 * Something in a planned reorganisation that somebody must decide before it can be carried out.
 *
 * @param key names it within its plan, the same at every rehearsal
 * @param choices how it may be settled; none when the plan itself must be changed
 */
public record Conflict(String key, String sentence, List<Choice> choices) {

    /** One way to settle it. */
    public record Choice(String value, String label) {}
}
