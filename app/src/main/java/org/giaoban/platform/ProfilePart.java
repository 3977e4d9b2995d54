package org.giaoban.platform;

/** A module's share of the profile: loaded at every start, inserting only what is absent. */
public interface ProfilePart {

    int order();

    void load(Profile profile);
}
