package org.giaoban.reorganisation;

/** How far a plan is. */
enum PlanState {
    DRAFT,
    EXECUTED,
    UNDONE,
    DISCARDED
}
