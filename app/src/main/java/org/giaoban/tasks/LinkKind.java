package org.giaoban.tasks;

/** What an order can be linked to beside the object it comes from. */
public enum LinkKind {
    DIRECTIVE,
    INDICATOR
}
