package org.giaoban.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.giaoban.files.Bundle;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Loads a story's returns: a real workbook is written and filled for each line of {@code returns/sent.csv} and goes in
 * through the same door as an upload, from the account and at the moment the line says. Workbooks of
 * {@code returns/<period>-late.csv} are left in the data folder for somebody to upload.
 */
@Component
class ReportingStory implements StoryPart {

    private static final int ORDER = 50;
    private static final String SENT = "returns/sent.csv";

    private final StoryBooks books;
    private final Imports imports;
    private final Sending sending;
    private final Settings settings;
    private final Cast cast;

    ReportingStory(StoryBooks books, Imports imports, Sending sending, Settings settings, Cast cast) {
        this.books = books;
        this.imports = imports;
        this.sending = sending;
        this.settings = settings;
        this.cast = cast;
    }

    /** Lets a person of the story do something at a moment of the story. */
    @Component
    record Cast(Accounts accounts, CurrentViewer viewer, Moment moment) {

        void act(String login, String at, Runnable deed) {
            var then = OffsetDateTime.parse(at).toInstant();
            moment.at(then, () -> viewer.run(who(login), deed));
        }

        private Viewer who(String login) {
            return accounts.byLogin(login).flatMap(accounts::viewer).orElse(Viewer.SYSTEM);
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Story story) {
        if (!story.has(SENT)) {
            return;
        }
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
        try {
            story.csv(SENT).forEach(line -> send(story, line));
            story.csv(SENT).stream()
                    .map(line -> line.getOrDefault("period", ""))
                    .distinct()
                    .forEach(period -> leave(story, period));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void send(Story story, Map<String, String> line) {
        var key = books.key(line.getOrDefault("unit_code", ""), line.getOrDefault("period", ""));
        if (books.exists(key)) {
            return;
        }
        var file = new Bundle.Item(
                ReturnController.name(key),
                books.filled(story, key, "returns/" + line.getOrDefault("period", "") + ".csv"));
        cast.act(line.getOrDefault("login", ""), line.getOrDefault("sent_at", ""), () -> {
            var outcome =
                    imports.take(List.of(file), key, Filing.Wish.SEND).files().getFirst();
            if (outcome.status() != FileOutcome.Status.SENT) {
                throw new IllegalStateException(key.href() + " " + outcome.messages());
            }
        });
        if (!line.getOrDefault("accepted_at", "").isBlank()) {
            cast.act(
                    line.getOrDefault("accepted_by", ""),
                    line.getOrDefault("accepted_at", ""),
                    () -> sending.accept(key, 1));
        }
    }

    private void leave(Story story, String period) {
        String source = "returns/" + period + "-late.csv";
        var folder = settings.data().resolve("stories").resolve(story.name());
        story.csv(source).stream()
                .map(line -> line.getOrDefault("unit_code", ""))
                .distinct()
                .forEach(unit -> {
                    var key = books.key(unit, period);
                    try {
                        Files.createDirectories(folder);
                        Files.write(folder.resolve(ReturnController.name(key)), books.filled(story, key, source));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
