package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ends an allowed place of a kind of unit: a day, what stands so after it, and only then the deed. */
@Controller
@RequestMapping("/units/kinds/{kind}/under/{parent}")
class KindParentController {

    private final KindParents parents;
    private final ProfileRepository profile;
    private final Flash flash;
    private final Clock clock;

    KindParentController(KindParents parents, ProfileRepository profile, Flash flash, Clock clock) {
        this.parents = parents;
        this.profile = profile;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param touched what stands so after the day; null while no day can be read
     */
    public record Page(
            String kind,
            String kindName,
            String parent,
            String parentName,
            String since,
            String last,
            KindParents.@Nullable Touched touched,
            Map<String, String> errors) {

        String href() {
            return "/units/kinds/" + kind + "/under/" + parent;
        }

        /** Those that are counted and not named. */
        int more() {
            return touched == null ? 0 : touched.count() - touched.first().size();
        }
    }

    @GetMapping
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView look(
            @PathVariable String kind,
            @PathVariable String parent,
            @RequestParam(required = false) @Nullable String last) {
        return page(kind, parent, last == null ? LocalDate.now(clock).toString() : last, new LinkedHashMap<>());
    }

    @PostMapping
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView end(
            @PathVariable String kind, @PathVariable String parent, @RequestParam(defaultValue = "") String last) {
        var errors = new LinkedHashMap<String, String>();
        var day = day(last);
        if (day != null) {
            try {
                parents.end(kind, parent, day.plusDays(1));
                flash.ok("organization.kinds.place-ended", name(kind), name(parent), Formats.date(day));
                return new ModelAndView("redirect:/units/kinds/" + kind);
            } catch (Refused refused) {
                errors.put("last", refused.text());
            }
        }
        var again = page(kind, parent, last, errors);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(String kind, String parent, String last, Map<String, String> errors) {
        var place = parents.open(kind, parent);
        var day = day(last);
        if (day == null) {
            errors.putIfAbsent("last", Texts.text("organization.kinds.day-missing"));
        }
        var touched = day == null ? null : parents.touched(kind, parent, day.plusDays(1));
        return new ModelAndView(
                "organization/kindparent",
                "page",
                new Page(
                        kind,
                        name(kind),
                        parent,
                        name(parent),
                        Formats.date(place.valid().from()),
                        last,
                        touched,
                        errors));
    }

    private String name(String code) {
        return profile.allKinds().get(code).name();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(Objects.requireNonNull(written).strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
