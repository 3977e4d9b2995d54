package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.pageimport.Found.Certainty;
import org.giaoban.pageimport.PageText.Writing;
import org.giaoban.pageimport.ReadPage.Doubt;
import org.giaoban.pageimport.ReadPage.Part;

/** Says of a reading what a person should look at before believing it. */
final class Doubts {

    private static final int FAR_APART = 45;
    private static final int SHORT = 120;

    /** What else is known of the page. */
    record Circumstances(
            PageText letters, boolean cut, Optional<Found<LocalDate>> told, boolean emptySource, LocalDate today) {}

    private Doubts() {}

    static ReadPage of(ReadPage page, Circumstances known) {
        var doubts = new ArrayList<Doubt>();
        letters(known, doubts);
        add(doubts, page.body().isEmpty(), Doubt.NO_TEXT);
        absent(page.title(), Doubt.NO_TITLE, Doubt.TITLE_GUESSED, doubts);
        date(page, known, doubts);
        absent(page.place(), Doubt.NO_PLACE, Doubt.PLACE_GUESSED, doubts);
        add(doubts, page.lead().isEmpty(), Doubt.NO_LEAD);
        add(doubts, page.byline().isEmpty(), Doubt.NO_BYLINE);
        add(doubts, known.emptySource() && page.source().isEmpty(), Doubt.SOURCE_EMPTY);
        add(doubts, page.body().stream().anyMatch(Doubts::loose), Doubt.LOOSE_LINES);
        add(doubts, page.body().stream().anyMatch(part -> part.kind() == Part.Kind.TABLE), Doubt.TABLES);
        return new ReadPage(
                page.writing(),
                page.title(),
                page.proposedTitle(),
                page.date(),
                page.place(),
                page.lead(),
                page.body(),
                page.captions(),
                page.shots(),
                page.byline(),
                page.source(),
                List.copyOf(doubts));
    }

    /** A short line without an end between paragraphs: a heading, a caption or a link that stayed. */
    private static boolean loose(Part part) {
        return part.kind() == Part.Kind.PARAGRAPH
                && part.text().length() < SHORT
                && !part.text().matches("(?s).*[.…!?;:,”\"]$");
    }

    private static void letters(Circumstances known, List<Doubt> doubts) {
        var writing = known.letters().writing();
        add(doubts, writing != Writing.UTF_8 && writing != Writing.UTF_16, Doubt.LETTERS_CONVERTED);
        add(doubts, known.letters().damaged() || writing == Writing.UNKNOWN, Doubt.LETTERS_DAMAGED);
        add(doubts, known.cut(), Doubt.CUT);
    }

    private static void date(ReadPage page, Circumstances known, List<Doubt> doubts) {
        if (page.date().isEmpty()) {
            doubts.add(Doubt.NO_DATE);
            return;
        }
        var date = page.date().get();
        add(doubts, date.certainty() == Certainty.GUESSED, Doubt.DATE_FROM_TEXT);
        add(doubts, date.value().isAfter(known.today()), Doubt.DATE_IN_FUTURE);
        var told = known.told().map(Found::value);
        var apart = told.isPresent()
                && (told.get().isAfter(date.value())
                        || told.get().plusDays(FAR_APART).isBefore(date.value()));
        add(doubts, apart, Doubt.DATES_DIFFER);
    }

    private static void absent(Optional<Found<String>> field, Doubt none, Doubt guessed, List<Doubt> doubts) {
        add(doubts, field.isEmpty(), none);
        add(doubts, field.isPresent() && field.get().certainty() == Certainty.GUESSED, guessed);
    }

    private static void add(List<Doubt> doubts, boolean holds, Doubt doubt) {
        if (holds) {
            doubts.add(doubt);
        }
    }
}
