package org.giaoban.platform;

/** A module's share of a story pack; loading twice changes nothing. */
public interface StoryPart {

    int order();

    void load(Story story);
}
