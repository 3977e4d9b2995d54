package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.Upload;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Preparing with files: the draft and its copy of the file are kept together or not at all. */
@Service
@Transactional
class Preparing {

    private final Disclosures disclosures;
    private final DeskRepository desk;
    private final PaperFiles files;
    private final FieldChoices choices;
    private final Access access;
    private final Clock clock;

    Preparing(
            Disclosures disclosures,
            DeskRepository desk,
            PaperFiles files,
            FieldChoices choices,
            Access access,
            Clock clock) {
        this.disclosures = disclosures;
        this.desk = desk;
        this.files = files;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** What a form is about, new or begun. */
    record Draft(@Nullable UUID id, Kind kind, UnitId unit, Facts facts, int revision) {

        static Draft of(Item item) {
            return new Draft(item.id(), item.kind(), item.unit(), item.facts(), item.revision());
        }

        Draft typed(ItemForm form) {
            return new Draft(id, kind, unit, facts.with(form.typed()), revision);
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Where nothing is typed yet. */
    @Transactional(readOnly = true)
    Draft blank(Kind kind, UnitId unit) {
        access.require(Capability.ARTICLE_WRITE, unit);
        var sorts = kind.sorts();
        var facts = sorts.isEmpty() ? Facts.NONE : new Facts(Map.of("sort", sorts.getFirst()));
        return new Draft(null, kind, unit, facts, 0);
    }

    /** What is wrong with what was typed, by field: the form's own findings, choices nobody offers, a file that is missing. */
    @Transactional(readOnly = true)
    Map<String, String> errors(Draft draft, ItemForm form, @Nullable Upload file) {
        var errors = form.errors();
        choices.of(draft.kind(), draft.unit()).forEach((field, offered) -> {
            var value = draft.facts().text(field);
            if (!value.isEmpty() && !offered.containsKey(value)) {
                errors.put(field, Texts.text("disclosure.error.choice"));
            }
        });
        if (draft.kind() == Kind.PAPER && file == null && draft.facts().id("file") == null) {
            errors.put("file", Texts.text("disclosure.refused.file"));
        }
        if (draft.facts().has("picture") && !draft.facts().has("alt")) {
            errors.put("alt", Texts.text("disclosure.error.alt"));
        }
        return errors;
    }

    UUID begin(Draft draft, Facts facts, @Nullable Upload file) {
        var id = disclosures.begin(draft.kind(), draft.unit(), null, facts);
        if (file != null && draft.kind() == Kind.PAPER) {
            disclosures.change(id, 1, facts.with(files.keep(id, draft.unit(), file)));
        }
        return id;
    }

    void change(Item item, int revision, Facts facts, @Nullable Upload file) {
        var kept = file == null || item.kind() != Kind.PAPER
                ? facts
                : facts.with(files.keep(item.id(), item.unit(), file));
        disclosures.change(item.id(), revision, kept);
    }

    UUID take(DraftSources.Taken taken, UUID source) {
        var id = disclosures.begin(taken.kind(), taken.unit(), source, taken.facts());
        if (taken.kind() == Kind.PAPER) {
            disclosures.change(id, 1, taken.facts().with(files.copy(id, taken.unit(), source)));
        }
        return id;
    }

    /** Offers that nobody took yet. */
    @Transactional(readOnly = true)
    List<DraftSources.Offer> fresh(Kind kind, List<DraftSources.Offer> offers) {
        var taken = new HashSet<>(
                desk.taken(kind, offers.stream().map(DraftSources.Offer::id).toList()));
        return offers.stream().filter(offer -> !taken.contains(offer.id())).toList();
    }
}
