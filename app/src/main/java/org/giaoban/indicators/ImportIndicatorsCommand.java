package org.giaoban.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes the catalogue from a file like the one it is exported to; the same one twice changes nothing. */
@Component
@Command(name = "import-indicators", description = "Nhận danh mục chỉ tiêu / takes the catalogue: a .csv as exported")
class ImportIndicatorsCommand implements CliCommand {

    private static final long MOST_BYTES = 10L << 20;

    @Parameters(arity = "1", paramLabel = "FILE.csv")
    private Path file = Path.of("");

    private final CatalogueImport imports;
    private final Actor actor;

    ImportIndicatorsCommand(CatalogueImport imports, Actor actor) {
        this.imports = imports;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !small()) {
            System.err.println(Texts.text("indicators.import.no-file", file));
            return 1;
        }
        var rows = rows();
        if (rows.isEmpty()) {
            System.err.println(Texts.text("indicators.import.columns", String.join(",", CatalogueFile.HEADERS)));
            return 1;
        }
        var problems = new int[1];
        actor.asSystem(() -> problems[0] = say(imports.take(rows)));
        return problems[0] == 0 ? 0 : 1;
    }

    private static int say(CatalogueImport.Outcome outcome) {
        outcome.problems().forEach(System.err::println);
        if (outcome.problems().isEmpty()) {
            System.out.println(
                    Texts.text("indicators.import.done", outcome.fresh(), outcome.revised(), outcome.same()));
        } else {
            System.err.println(
                    Texts.text("indicators.import.refused", outcome.problems().size()));
        }
        return outcome.problems().size();
    }

    private boolean small() {
        try {
            return Files.size(file) <= MOST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> rows() {
        try {
            return CatalogueFile.rows(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
