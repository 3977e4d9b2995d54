package org.giaoban.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.files.Bundle;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.FileOutcome.Status;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes workbooks and files of values, from folders and archives too; the same ones twice change nothing. */
@Component
@Command(
        name = "import-returns",
        description = "Nhận phiếu báo cáo / takes workbooks and values: files, folders, .zip, .csv, .csv.gz")
class ImportReturnsCommand implements CliCommand {

    private static final int MOST = 10_000;
    private static final int DEEPEST = 8;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    private final Imports imports;
    private final ValuesReport values;
    private final Actor actor;

    ImportReturnsCommand(Imports imports, ValuesReport values, Actor actor) {
        this.imports = imports;
        this.values = values;
        this.actor = actor;
    }

    @Override
    public Integer call() {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                System.err.println(Texts.text("reporting.import.command.no-file", path));
                return 1;
            }
            files.addAll(files(path));
        }
        if (files.isEmpty()) {
            System.err.println(Texts.text("reporting.import.command.none"));
            return 1;
        }
        var unsent = new ArrayList<Path>();
        actor.asSystem(() -> files.stream().filter(file -> !sent(file)).forEach(unsent::add));
        return unsent.isEmpty() ? 0 : 1;
    }

    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (var found = Files.walk(path, DEEPEST)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .matches("[^.~].*\\.(xlsx|ods|zip|csv|csv\\.gz)"))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing in the file waits for somebody. */
    private boolean sent(Path file) {
        return ValueFile.named(file) ? values.take(file) : workbook(file);
    }

    /** One file at a time in memory; each answer is printed as it comes. */
    private boolean workbook(Path file) {
        var result = imports.take(
                List.of(new Bundle.Item(file.getFileName().toString(), bytes(file))), null, Filing.Wish.SEND);
        for (var outcome : result.files()) {
            System.out.println(Texts.text(
                    "reporting.import.said",
                    outcome.file(),
                    Texts.text("reporting.import.status." + outcome.status())));
            outcome.messages().forEach(message -> System.out.println("  " + message));
        }
        return result.files().stream()
                .noneMatch(outcome -> outcome.status() == Status.REFUSED || outcome.status() == Status.DRAFT);
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Imports.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
