package org.giaoban.bench;

import java.time.Duration;
import java.util.List;

/** Processor time used so far by the program, its database and whoever measures, in seconds. */
record Spent(double program, double database, double generator) {

    static Spent sofar(ProcessHandle server) {
        return new Spent(
                seconds(server),
                server.descendants().mapToDouble(Spent::seconds).sum(),
                seconds(ProcessHandle.current()));
    }

    Spent since(Spent before) {
        return new Spent(program - before.program, database - before.database, generator - before.generator);
    }

    static Spent of(List<Spent> all) {
        return new Spent(
                all.stream().mapToDouble(Spent::program).sum(),
                all.stream().mapToDouble(Spent::database).sum(),
                all.stream().mapToDouble(Spent::generator).sum());
    }

    String each(int times) {
        return "processor per return: program %.2f ms, database %.2f ms, generator %.2f ms"
                .formatted(program * 1e3 / times, database * 1e3 / times, generator * 1e3 / times);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
