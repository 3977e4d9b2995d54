package org.giaoban.proofreading;

/** One way of looking at a text. */
interface Check {

    void look(Reading reading);
}
