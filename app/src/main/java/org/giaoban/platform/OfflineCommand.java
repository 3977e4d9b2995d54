package org.giaoban.platform;

import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * A command that runs while the program and its database do not, such as a restore: found as a service of the class path,
 * with picocli's {@code @Command}. Returns 0, or the exit code of a failure.
 */
public interface OfflineCommand extends Callable<Integer> {

    /** The settings of this run, from the same places as the server's. */
    void use(Binder settings);
}
