package org.giaoban.organization;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a list of units from the command line; running it again changes nothing. */
@Component
@Command(
        name = "import-units",
        mixinStandardHelpOptions = true,
        description =
                "Founds the units of a CSV file (code, name, kind, parent_code, from; optional short_name, until).")
class ImportUnitsCommand implements CliCommand {

    private static final int STEP = 50;

    @Parameters(index = "0", paramLabel = "FILE.csv")
    private Path file = Path.of("units.csv");

    @Option(
            names = "--old-tree-of",
            paramLabel = "PROVINCE",
            description = "Take the tree before July 2025 of this province out of a reorganisation table")
    private @Nullable String province;

    @Option(names = "--from", description = "First day of the old tree, by default ${DEFAULT-VALUE}")
    private LocalDate from = LocalDate.of(2025, 1, 1);

    private final UnitImport units;
    private final Actor actor;

    ImportUnitsCommand(UnitImport units, Actor actor) {
        this.units = units;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        var read = province == null ? UnitFile.list(file) : UnitFile.oldTree(file, province, from);
        var outcome = new AtomicReference<UnitImport.Outcome>();
        actor.asSystem(() ->
                outcome.set(units.load(read, done -> progress(done, read.lines().size()))));
        return report(Objects.requireNonNull(outcome.get()));
    }

    private static void progress(int done, int all) {
        if (done % STEP == 0 || done == all) {
            System.out.println(Texts.text("organization.import.progress", done, all));
        }
    }

    private static int report(UnitImport.Outcome outcome) {
        outcome.bad()
                .forEach((line, reason) ->
                        System.err.println(Texts.text("organization.import.bad", String.valueOf(line), reason)));
        System.out.println(Texts.text(
                "organization.import.done",
                outcome.founded(),
                outcome.known(),
                outcome.bad().size()));
        return outcome.bad().isEmpty() ? 0 : 1;
    }
}
