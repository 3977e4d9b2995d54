package org.giaoban.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.files.Upload;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a story's organisation has made public, let out the way everybody does it: by a second person. */
@Component
@Transactional
class DisclosureStory implements StoryPart {

    private static final int AFTER_NEWS = 82;

    private final Preparing preparing;
    private final Disclosures disclosures;
    private final Organization organization;
    private final Mandates mandates;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    DisclosureStory(
            Preparing preparing,
            Disclosures disclosures,
            Organization organization,
            Mandates mandates,
            Accounts accounts,
            CurrentViewer viewer) {
        this.preparing = preparing;
        this.disclosures = disclosures;
        this.organization = organization;
        this.mandates = mandates;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return AFTER_NEWS;
    }

    @Override
    public void load(Story story) {
        if (!story.has("disclosure.yaml")) {
            return;
        }
        var items = (List<?>)
                Objects.requireNonNull(story.yaml("disclosure.yaml", Map.class).get("items"));
        var top = organization.idOf(text((Map<?, ?>) items.getFirst(), "unit"));
        if (disclosures.any(top)) {
            return;
        }
        for (var each : items) {
            item(story, (Map<?, ?>) each);
        }
    }

    private void item(Story story, Map<?, ?> said) {
        var unit = organization.idOf(text(said, "unit"));
        var kind = Kind.valueOf(text(said, "kind"));
        var id = viewer.as(who(text(said, "by")), () -> begin(story, said, kind, unit));
        if (said.containsKey("out")) {
            viewer.run(
                    who(text(said, "out")),
                    () -> disclosures.release(id, disclosures.get(id).revision(), true));
        }
    }

    private UUID begin(Story story, Map<?, ?> said, Kind kind, UnitId unit) {
        var facts = new HashMap<String, String>();
        ((Map<?, ?>) Objects.requireNonNull(said.get("facts")))
                .forEach((field, value) -> facts.put(String.valueOf(field), String.valueOf(value)));
        if (said.containsKey("post")) {
            var holder = mandates.holder(unit, text(said, "post"), story.today())
                    .orElseThrow(() -> new NotFound(text(said, "post")));
            facts.put("mandate", holder.id().toString());
        }
        var name = said.containsKey("file") ? text(said, "file") : null;
        var file = name == null ? null : Upload.of(name, story.bytes("papers/" + name));
        return preparing.begin(preparing.blank(kind, unit), new Facts(facts), file);
    }

    private static String text(Map<?, ?> said, String name) {
        return String.valueOf(said.get(name));
    }

    private Viewer who(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow(() -> new NotFound(login));
    }
}
