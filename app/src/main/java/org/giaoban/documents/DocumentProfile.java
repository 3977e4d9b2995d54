package org.giaoban.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the kinds of documents and the first version of every Word template out of the profile. */
@Component
@Transactional
class DocumentProfile implements ProfilePart {

    private final RegisterRepository register;
    private final TemplateRepository versions;
    private final TemplateCatalogue catalogue;
    private final Clock clock;

    DocumentProfile(
            RegisterRepository register, TemplateRepository versions, TemplateCatalogue catalogue, Clock clock) {
        this.register = register;
        this.versions = versions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void load(Profile profile) {
        profile.yaml("document-types.yaml", List.class).forEach(set -> types((Map<?, ?>) set));
        profile.yaml("letterheads.yaml", List.class).forEach(set -> heads((Map<?, ?>) set));
        var declared = ((List<?>) profile.yaml("document-templates.yaml", List.class))
                .stream().map(facts -> (Map<?, ?>) facts).toList();
        catalogue.declare(declared.stream().map(WordTemplate::of).toList());
        declared.forEach(facts -> firstVersion(profile, facts));
    }

    private void types(Map<?, ?> set) {
        var from = LocalDate.parse(text(set, "from"));
        var position = 0;
        for (var each : (List<?>) Objects.requireNonNull(set.get("types"))) {
            var facts = (Map<?, ?>) each;
            var type = new DocumentType(
                    text(facts, "code"),
                    text(facts, "symbol"),
                    text(facts, "vi"),
                    text(facts, "en"),
                    DocumentType.Resets.valueOf(text(facts, "resets")));
            register.addType(type, from, text(set, "basis"), position++);
        }
    }

    private void heads(Map<?, ?> set) {
        for (var each : (List<?>) Objects.requireNonNull(set.get("kinds"))) {
            var facts = (Map<?, ?>) each;
            var rule = new HeadRule(
                    text(facts, "kind"),
                    text(facts, "symbol"),
                    HeadRule.Superior.valueOf(text(facts, "superior")),
                    or(facts, "words"),
                    or(facts, "organisation"),
                    facts.get("place_after") == null ? null : text(facts, "place_after"));
            register.addHeadRule(rule, LocalDate.parse(text(set, "from")), text(set, "basis"));
        }
    }

    private static String or(Map<?, ?> facts, String name) {
        return facts.get(name) == null ? "" : text(facts, name);
    }

    private void firstVersion(Profile profile, Map<?, ?> facts) {
        var name = text(facts, "name");
        if (!versions.any(name)) {
            var content = profile.bytes("templates/" + name + ".docx");
            versions.insert(
                    TemplateVersion.of(name, 1, LocalDate.parse(text(facts, "from")), content),
                    new TemplateVersion.Origin("", "Giao Ban", clock.instant()));
        }
    }

    private static String text(Map<?, ?> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name).toString();
    }
}
