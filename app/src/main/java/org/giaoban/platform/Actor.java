package org.giaoban.platform;

/** Lets work that no person started (profile, story, jobs, command line) run as the system itself; owned by identity. */
public interface Actor {

    void asSystem(Runnable work);
}
