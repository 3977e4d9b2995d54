package org.giaoban.reorganisation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.giaoban.organization.ReorganisationTable;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a table of the 2025 reorganisation from the command line; running it again changes nothing. */
@Component
@Command(
        name = "import-reorganisation",
        mixinStandardHelpOptions = true,
        description =
                "Founds the old provinces, districts and communes of a CSV file where they are absent, and turns them into "
                        + "the new ones: old_province_id, old_province, old_district_id, old_district, old_commune_id, "
                        + "old_commune, new_commune_id, new_commune, new_province_id, new_province.")
class ImportReorganisationCommand implements CliCommand {

    @Parameters(index = "0", paramLabel = "FILE.csv")
    private Path file = Path.of("reorganisation.csv");

    @Option(names = "--date", description = "First day of the new units, by default ${DEFAULT-VALUE}")
    private LocalDate date = LocalDate.of(2025, 7, 1);

    @Option(
            names = "--from",
            description = "First day of old units that are not there yet, by default 1 January before")
    private @Nullable LocalDate from;

    @Option(names = "--document", paramLabel = "TEXT", description = "The document the reorganisation rests on")
    private @Nullable String document;

    private final ReorganisationImport imports;
    private final Actor actor;

    ImportReorganisationCommand(ReorganisationImport imports, Actor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        var name = String.valueOf(file.getFileName());
        var basis = document == null ? Texts.text("reorganisation.import.document", name) : document;
        var terms = new Terms(Texts.text("reorganisation.import.title", name), date, basis, "");
        var first = from == null ? date.minusDays(1).withDayOfYear(1) : from;
        var order = new ReorganisationImport.Order(ReorganisationTable.read(file), terms, first);
        var outcome = new AtomicReference<ReorganisationImport.Outcome>();
        actor.asSystem(() -> outcome.set(imports.run(order, System.out::println)));
        return report(Objects.requireNonNull(outcome.get()));
    }

    private static int report(ReorganisationImport.Outcome outcome) {
        outcome.bad()
                .forEach((line, reason) ->
                        System.err.println(Texts.text("reorganisation.import.bad", String.valueOf(line), reason)));
        outcome.open().forEach(open -> System.err.println(open.conflict().sentence()));
        outcome.counts()
                .forEach(count -> System.out.println(
                        Texts.text("reorganisation.import.count", count.kind(), count.before(), count.after())));
        System.out.println(
                Texts.text("reorganisation.import.done", outcome.founded(), outcome.events(), outcome.known()));
        return outcome.fine() ? 0 : 1;
    }
}
