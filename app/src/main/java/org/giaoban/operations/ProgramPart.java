package org.giaoban.operations;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.Sizes;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The program itself: which version runs since when, and how much memory it has left. */
@Component
@Order(40)
class ProgramPart implements StateSource {

    private static final double NEARLY_FULL = 0.92;

    @Override
    public String part() {
        return "program";
    }

    @Override
    public PartState state() {
        var machine = ManagementFactory.getRuntimeMXBean();
        var version = Objects.requireNonNullElse(ProgramPart.class.getPackage().getImplementationVersion(), "-");
        return new PartState(
                Texts.text("operations.program"),
                "cpu",
                List.of(
                        Line.fine(
                                Texts.text("operations.program.version"),
                                Texts.text("operations.program.version.value", version, machine.getVmVersion())),
                        Line.fine(
                                Texts.text("operations.program.since"),
                                Formats.dateTime(Instant.ofEpochMilli(machine.getStartTime()))),
                        memory()));
    }

    private static Line memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var label = Texts.text("operations.program.memory");
        var value =
                Texts.text("operations.program.memory.value", Sizes.text(heap.getUsed()), Sizes.text(heap.getMax()));
        return heap.getUsed() < NEARLY_FULL * heap.getMax()
                ? Line.fine(label, value)
                : Line.notice(label, value, Texts.text("operations.program.memory.advice"));
    }
}
