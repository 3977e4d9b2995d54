package org.giaoban.documents;

/** A value of a paper that leads somewhere when the paper is read on a screen; in print it looks like any other. */
public record Linked(String text, String address) {

    @Override
    public String toString() {
        return text;
    }
}
