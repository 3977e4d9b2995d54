package org.giaoban.people;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of persons and a person's page. */
@Controller
class PersonController {

    private static final List<String> TABS = List.of("", "contact", "readers", "history");

    private final PersonPages pages;
    private final UnitPick units;

    PersonController(PersonPages pages, UnitPick units) {
        this.pages = pages;
        this.units = units;
    }

    @GetMapping("/people")
    @Requires(Capability.PEOPLE_READ)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String keeper,
            @RequestParam(required = false) @Nullable UUID after) {
        var page = pages.list(People.tidy(q), unit(keeper), after == null ? null : new PersonId(after));
        return new ModelAndView("people/list", "page", page);
    }

    @Weighty(Weight.EXPORT)
    @GetMapping("/people/export")
    @Requires(Capability.PEOPLE_READ)
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String keeper,
            @RequestParam(defaultValue = "xlsx") String format) {
        var headers = List.of(
                Texts.text("people.column.name"),
                Texts.text("people.column.code"),
                Texts.text("people.column.birth-year"),
                Texts.text("people.column.posts"),
                Texts.text("people.list.keeper"));
        var rows = pages.export(People.tidy(q), unit(keeper)).stream()
                .map(row -> List.of(row.name(), row.code(), row.birthYear(), row.titles(), row.keeper()))
                .toList();
        return new TableExport(Texts.text("people.list.file"), headers, rows).as(format);
    }

    @GetMapping("/people/{id}")
    @Requires(Capability.PEOPLE_READ)
    ModelAndView person(@PathVariable UUID id, @RequestParam(defaultValue = "") String tab) {
        if (!TABS.contains(tab)) {
            throw new NotFound(tab);
        }
        return new ModelAndView("people/person", "page", pages.page(new PersonId(id), tab));
    }

    /** None is asked for, or one the viewer reaches. */
    private @Nullable UnitId unit(String keeper) {
        return keeper.isBlank()
                ? null
                : units.find(keeper, Capability.PEOPLE_READ).orElseThrow(() -> new NotFound(keeper));
    }
}
