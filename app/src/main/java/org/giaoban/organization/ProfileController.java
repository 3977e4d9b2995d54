package org.giaoban.organization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.ProfileTables.KindRow;
import org.giaoban.organization.ProfileTables.Names;
import org.giaoban.organization.ProfileTables.PostRow;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of units and the posts of the profile: read by all who see the tree, kept by those who keep it. */
@Controller
class ProfileController {

    private final ProfileKeeping keeping;
    private final KindParents parents;
    private final Flash flash;

    ProfileController(ProfileKeeping keeping, KindParents parents, Flash flash) {
        this.keeping = keeping;
        this.parents = parents;
        this.flash = flash;
    }

    /** One kind or post in words. */
    public record Line(String code, String name, String other, String about, String names, String span) {}

    /** A kind it may stand under, or might; {@code href} leads to ending it where it has no end. */
    public record Place(String name, String span, @Nullable String href) {}

    public record ListPage(List<Line> kinds, List<Line> posts, boolean keeps) {}

    /**
     * The form of a kind or a post.
     *
     * @param code what is changed, or null for something new
     */
    public record FormPage(
            @Nullable String code,
            boolean post,
            ProfileForm form,
            Map<String, String> kinds,
            List<Place> places,
            Map<String, String> errors) {

        String action() {
            return (post ? "/units/posts/" : "/units/kinds/") + (code == null ? "new" : code);
        }

        Map<String, String> categories() {
            var categories = new LinkedHashMap<String, String>();
            Arrays.stream(UnitKind.Category.values())
                    .forEach(one -> categories.put(one.name(), Texts.text("organization.category." + one.name())));
            return categories;
        }

        String value(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }
    }

    @GetMapping("/units/kinds")
    @Requires(Capability.ORGANIZATION_READ)
    ModelAndView list() {
        var shelf = keeping.shelf();
        var names = new LinkedHashMap<String, String>();
        shelf.kinds().forEach(kind -> names.put(kind.code(), name(kind.names())));
        var kinds = shelf.kinds().stream()
                .map(kind -> new Line(
                        kind.code(),
                        name(kind.names()),
                        other(kind.names()),
                        Texts.text("organization.category." + kind.category().name()),
                        joined(shelf.above().get(kind.code()), names),
                        span(kind.valid())))
                .toList();
        var posts = shelf.posts().stream()
                .map(post -> new Line(
                        post.code(),
                        name(post.names()),
                        other(post.names()),
                        Texts.text(post.single() ? "organization.kinds.single" : "organization.kinds.several"),
                        joined(shelf.holders().get(post.code()), names),
                        span(post.valid())))
                .toList();
        return new ModelAndView("organization/kinds", "page", new ListPage(kinds, posts, shelf.keeps()));
    }

    @GetMapping("/units/kinds/{kind}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView kind(@PathVariable String kind) {
        var form = kind.equals("new") ? empty() : form(keeping.kind(kind));
        return page(kind, false, form, Map.of());
    }

    @PostMapping("/units/kinds/{kind}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView save(@PathVariable String kind, @ModelAttribute ProfileForm form) {
        if (!kind.equals("new")) {
            return saved(kind, false, form, form.errorsOfKind(), () -> keeping.changeKind(kind, form));
        }
        var category = Arrays.stream(UnitKind.Category.values())
                .filter(one -> one.name().equals(form.category()))
                .findFirst();
        var errors = form.errorsOfNew();
        if (category.isEmpty()) {
            errors.put("category", Texts.text("organization.form.choose"));
        }
        return saved(kind, false, form, errors, () -> keeping.add(form, category.orElseThrow()));
    }

    @GetMapping("/units/posts/{post}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView post(@PathVariable String post) {
        var form = post.equals("new") ? empty() : form(keeping.post(post));
        return page(post, true, form, Map.of());
    }

    @PostMapping("/units/posts/{post}")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView savePost(@PathVariable String post, @ModelAttribute ProfileForm form) {
        return post.equals("new")
                ? saved(post, true, form, form.errorsOfNew(), () -> keeping.addPost(form))
                : saved(post, true, form, form.errors(), () -> keeping.changePost(post, form));
    }

    private ModelAndView saved(String code, boolean post, ProfileForm form, Map<String, String> errors, Runnable keep) {
        if (errors.isEmpty()) {
            try {
                keep.run();
                flash.ok("organization.kinds.saved");
                return new ModelAndView("redirect:/units/kinds");
            } catch (Refused refused) {
                errors.put(code.equals("new") ? "code" : "last", refused.text());
            }
        }
        var again = page(code, post, form, errors);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(String code, boolean post, ProfileForm form, Map<String, String> errors) {
        var shelf = keeping.shelf();
        if (!shelf.keeps()) {
            throw new org.giaoban.platform.NotFound(code);
        }
        var kinds = new LinkedHashMap<String, String>();
        var already = post ? List.<String>of() : shelf.above().getOrDefault(code, List.of());
        shelf.kinds().stream()
                .filter(kind -> kind.valid().contains(shelf.today()) && !already.contains(kind.code()))
                .forEach(kind -> kinds.put(kind.code(), name(kind.names())));
        var known = code.equals("new") ? null : code;
        var places = post || known == null ? List.<Place>of() : places(known, shelf);
        return new ModelAndView("organization/kind", "page", new FormPage(known, post, form, kinds, places, errors));
    }

    private List<Place> places(String kind, ProfileKeeping.Shelf shelf) {
        var names = new LinkedHashMap<String, String>();
        shelf.kinds().forEach(one -> names.put(one.code(), name(one.names())));
        return parents.of(kind).stream()
                .map(place -> new Place(
                        names.getOrDefault(place.parent(), place.parent()),
                        span(place.valid()),
                        place.open(shelf.today()) ? "/units/kinds/" + kind + "/under/" + place.parent() : null))
                .toList();
    }

    private static ProfileForm empty() {
        return new ProfileForm("", "", "", "", "PARTY", false, List.of(), "", "", "");
    }

    private static ProfileForm form(KindRow kind) {
        var names = kind.names();
        return new ProfileForm(
                kind.code(),
                names.vi(),
                names.en(),
                names.inTitle(),
                kind.category().name(),
                kind.reports(),
                List.of(),
                "",
                last(kind.valid()),
                kind.source());
    }

    private ProfileForm form(PostRow post) {
        var names = post.names();
        return new ProfileForm(
                post.code(),
                names.vi(),
                names.en(),
                names.inTitle(),
                "",
                post.single(),
                keeping.shelf().holders().getOrDefault(post.code(), List.of()),
                post.valid().from().toString(),
                last(post.valid()),
                "");
    }

    private static String last(DateRange valid) {
        return valid.until() == null ? "" : valid.until().minusDays(1).toString();
    }

    private static String name(Names names) {
        return Texts.language().equals("en") ? names.en() : names.vi();
    }

    private static String other(Names names) {
        return Texts.language().equals("en") ? names.vi() : names.en();
    }

    private static String joined(@Nullable List<String> codes, Map<String, String> names) {
        return codes == null
                ? ""
                : String.join(
                        ", ",
                        codes.stream()
                                .map(code -> names.getOrDefault(code, code))
                                .toList());
    }

    private static String span(DateRange valid) {
        var from = org.giaoban.platform.Formats.date(valid.from());
        return valid.until() == null
                ? Texts.text("organization.span.open", from)
                : from + " – " + org.giaoban.platform.Formats.date(valid.until().minusDays(1));
    }
}
