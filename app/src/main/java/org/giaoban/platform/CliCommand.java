package org.giaoban.platform;

import java.util.concurrent.Callable;

/** A command of the tool: a bean with picocli's {@code @Command}. Returns 0, or the exit code of a failure. */
public interface CliCommand extends Callable<Integer> {}
