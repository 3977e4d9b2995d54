package org.giaoban.pageimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.files.Bundle;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Actor;
import org.giaoban.platform.CliCommand;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ReceivedDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes drafts of saved pages, from folders and archives too; the same ones twice change nothing. */
@Component
@Command(
        name = "import-pages",
        description = "Nhập trang tin đã lưu thành bản nháp / makes drafts of saved pages: files, folders, .zip")
class ImportPagesCommand implements CliCommand {

    private static final int MOST = 10_000;
    private static final int DEEPEST = 8;
    private static final int MAX_BYTES = 64 << 20;

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Option(
            names = "--unit",
            paramLabel = "CODE",
            description = "đơn vị / the unit that gets the drafts; else the top one")
    private @Nullable String unit;

    @Option(names = "--category", paramLabel = "CODE", description = "chuyên mục / the heading; else the first one")
    private @Nullable String category;

    private final PageImports imports;
    private final ReceivedDrafts drafts;
    private final Organization organization;
    private final Actor actor;
    private final Clock clock;

    ImportPagesCommand(
            PageImports imports, ReceivedDrafts drafts, Organization organization, Actor actor, Clock clock) {
        this.imports = imports;
        this.drafts = drafts;
        this.organization = organization;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var missing = paths.stream().filter(path -> !Files.exists(path)).findFirst();
        if (missing.isPresent()) {
            return failed("pageimport.command.no-file", missing.get());
        }
        var files = paths.stream().flatMap(path -> files(path)).toList();
        if (files.isEmpty()) {
            return failed("pageimport.command.none");
        }
        var owner = unit();
        if (owner.isEmpty()) {
            return failed("pageimport.command.no-unit", unit == null ? "" : unit);
        }
        var headings = drafts.categories();
        var heading = category == null ? headings.keySet().iterator().next() : category;
        if (!headings.containsKey(heading)) {
            return failed("pageimport.command.no-category", heading, String.join(", ", headings.keySet()));
        }
        return take(files, new PageIntake.Wish(owner.get(), heading));
    }

    private int take(List<Saved> files, PageIntake.Wish wish) {
        var outcomes = new ArrayList<PageOutcome>();
        actor.asSystem(() -> files.forEach(file -> {
            var item = new Bundle.Item(file.path().getFileName().toString(), bytes(file.path()));
            imports.take(item, new FolderBeside(file.path(), file.root()), wish).forEach(outcome -> {
                say(outcome);
                outcomes.add(outcome);
            });
        }));
        var good = outcomes.stream().filter(outcome -> outcome.status().good()).count();
        System.out.println(Texts.text("pageimport.command.summary", outcomes.size(), good, outcomes.size() - good));
        return good == outcomes.size() ? 0 : 1;
    }

    private static void say(PageOutcome outcome) {
        System.out.println(Texts.text(
                "pageimport.command.said",
                outcome.file(),
                Texts.text("pageimport.status." + outcome.status()),
                outcome.title()));
        outcome.doubts().forEach(doubt -> System.out.println("  ? " + Texts.text("pageimport.doubt." + doubt)));
    }

    private static int failed(String key, Object... arguments) {
        System.err.println(Texts.text(key, arguments));
        return 1;
    }

    private Optional<UnitId> unit() {
        return unit == null ? organization.root(LocalDate.now(clock)).map(top -> top.id()) : organization.byCode(unit);
    }

    /** A page on disk, and the folder beyond which nothing that belongs to it is looked for. */
    private record Saved(Path path, Path root) {}

    private static Stream<Saved> files(Path path) {
        if (Files.isRegularFile(path)) {
            return Stream.of(new Saved(
                    path, Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder")));
        }
        return pages(path).stream().map(file -> new Saved(file, path));
    }

    private static List<Path> pages(Path path) {
        try (var found = Files.walk(path, DEEPEST)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches("[^.~].*\\.(html?|mht|mhtml|xhtml|shtml|aspx?|php|jsp|txt|text|md|zip)"))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
