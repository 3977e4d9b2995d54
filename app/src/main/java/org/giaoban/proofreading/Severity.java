package org.giaoban.proofreading;

/** Whether a remark keeps a text back, or only wants to be seen. */
public enum Severity {
    BLOCKS,
    WARNS
}
