package org.giaoban.reorganisation;

import java.util.List;

/**
 * Something wrong with a plan as arithmetic of the tree.
 *
 * @param code the unit it is about
 * @param words what the sentence names: codes, kinds, sums
 * @param choices values that settle it
 */
record Fault(Sort sort, String code, List<String> words, List<String> choices) {

    /** Leave the unit out of the plan. */
    static final String LEAVE_OUT = "LEAVE_OUT";

    /** Let the children end with the unit above them. */
    static final String END = "END";

    /** What can be wrong. */
    enum Sort {
        UNKNOWN_UNIT,
        ENDED_EARLIER,
        BEFORE_FOUNDING,
        CHANGES_LATER,
        CODE_TAKEN,
        SHARES,
        SAID_TWICE,
        ENDS_TOO,
        TARGET_ENDS,
        NO_NAME,
        CHILDREN_LEFT,
        PARENT_UNKNOWN,
        PARENT_ENDS,
        NEEDS_PARENT,
        KIND_UNKNOWN,
        KIND_NOT_THERE,
        LOOP
    }

    String key() {
        return sort.name() + ":" + code;
    }
}
