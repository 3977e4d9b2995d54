package org.giaoban.operations;

import org.giaoban.platform.CliCommand;
import org.giaoban.platform.PartState.Level;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** The same as on the screen, for the terminal and for a watchman's script. */
@Component
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = "Says how the system is. Exit code 1 when something is broken, 0 otherwise.")
class StateCommand implements CliCommand {

    private final Parts parts;

    StateCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var broken = 0;
        for (var part : parts.all()) {
            System.out.println(part.state().title());
            for (var line : part.state().lines()) {
                var level = Texts.text("operations.level." + line.level().name());
                var advice = line.advice().isEmpty() ? "" : " (" + line.advice() + ")";
                System.out.printf("  %-14s %s: %s%s%n", level, line.label(), line.value(), advice);
                broken += line.level() == Level.FAULT ? 1 : 0;
            }
        }
        return broken == 0 ? 0 : 1;
    }
}
