package org.giaoban.bench;

import java.io.IOException;

/** Gives a program a processor of its own. */
final class Processors {

    private Processors() {}

    /** All its threads, also those it has already. */
    static void pin(ProcessHandle program, int processor) throws IOException, InterruptedException {
        var done = new ProcessBuilder(
                        "taskset", "-a", "-p", "-c", String.valueOf(processor), String.valueOf(program.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (done != 0) {
            throw new IllegalStateException("taskset failed: are there two processors?");
        }
    }
}
