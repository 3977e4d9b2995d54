package org.giaoban.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.ContentPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a form: every field of the kind with what was typed, what is wrong and what may be chosen. */
@Component
class FormPages {

    private final Preparing preparing;
    private final FieldChoices choices;
    private final DraftSources sources;
    private final Organization organization;

    FormPages(Preparing preparing, FieldChoices choices, DraftSources sources, Organization organization) {
        this.preparing = preparing;
        this.choices = choices;
        this.sources = sources;
        this.organization = organization;
    }

    /** One field with what was typed, what is wrong and what may be chosen. */
    public record Cell(
            Field field,
            String label,
            String value,
            @Nullable String error,
            Map<String, String> options,
            @Nullable String help) {}

    public record FormPage(
            Kind kind,
            String unit,
            String unitName,
            String action,
            int revision,
            List<Cell> cells,
            Map<String, String> errors,
            List<DraftSources.Offer> offers) {

        public boolean rich() {
            return cells.stream().anyMatch(cell -> cell.field().type() == Field.Type.RICH);
        }
    }

    ModelAndView of(Preparing.Draft draft, Map<String, String> errors, HttpServletRequest request) {
        ContentPolicy.allowInlineStyles(request);
        var unit = organization.get(draft.unit(), preparing.today());
        var offered = choices.of(draft.kind(), draft.unit());
        var cells = draft.kind().fields().stream()
                .map(field -> cell(draft, field, errors, offered))
                .toList();
        var page = new FormPage(
                draft.kind(),
                unit.code(),
                unit.name(),
                draft.id() == null ? "/disclosure" : "/disclosure/" + draft.id() + "/edit",
                draft.revision(),
                cells,
                new LinkedHashMap<>(errors),
                draft.id() == null ? offers(draft.kind(), draft.unit()) : List.of());
        return new ModelAndView("disclosure/form", "page", page);
    }

    private List<DraftSources.Offer> offers(Kind kind, UnitId unit) {
        return preparing.fresh(kind, sources.offers(kind, unit));
    }

    private static Cell cell(
            Preparing.Draft draft, Field field, Map<String, String> errors, Map<String, Map<String, String>> offered) {
        var name = field.type() == Field.Type.FILE ? "fileName" : field.name();
        return new Cell(
                field,
                field.label(draft.kind()),
                draft.facts().text(name),
                errors.get(field.name()),
                offered.getOrDefault(field.name(), Map.of()),
                field.help());
    }
}
