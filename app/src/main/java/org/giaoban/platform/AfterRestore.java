package org.giaoban.platform;

/**
 * What must be done once with data that came back from a backup, before anybody sees it. Called as the system, at the first
 * start after a restore and before the doors open; a start that fails here does not open them and the next one tries again.
 */
@FunctionalInterface
public interface AfterRestore {

    void afterRestore();
}
