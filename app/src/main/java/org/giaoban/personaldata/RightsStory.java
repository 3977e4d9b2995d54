package org.giaoban.personaldata;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;

/** Lets people of a story ask about their data, and the office answer: {@code personal-data.yaml}. */
@Component
class RightsStory implements StoryPart {

    private static final String FILE = "personal-data.yaml";
    private static final int LAST = 120;

    private final Requests requests;
    private final Holders holders;
    private final FileTrail trail;
    private final Breaches breaches;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    RightsStory(
            Requests requests,
            Holders holders,
            FileTrail trail,
            Breaches breaches,
            Organization organization,
            Accounts accounts,
            CurrentViewer viewer) {
        this.requests = requests;
        this.holders = holders;
        this.trail = trail;
        this.breaches = breaches;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public void load(Story story) {
        if (!story.has(FILE)) {
            return;
        }
        var file = story.yaml(FILE, Map.class);
        rows(file, "requests").forEach(this::request);
        rows(file, "breaches").forEach(one -> breach(one, story.now()));
    }

    private static List<Map<?, ?>> rows(Map<?, ?> file, String name) {
        return file.get(name) instanceof List<?> rows
                ? rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    private void request(Map<?, ?> row) {
        var who = somebody(text(row, "login"));
        var kind = RequestKind.valueOf(text(row, "kind"));
        var id = id(text(row, "login") + kind);
        if (viewer.as(Viewer.SYSTEM, () -> requests.known(id))) {
            return;
        }
        var asked = new Request.Asked(kind, text(row, "body"), Request.Channel.ONLINE);
        viewer.run(who, () -> requests.raise(holders.of(who), asked, id));
        var officer = row.get("officer");
        if (officer != null) {
            viewer.run(somebody(officer.toString()), () -> answer(id, row));
        }
    }

    private void answer(UUID id, Map<?, ?> row) {
        requests.accept(id);
        if (row.get("outcome") != null) {
            trail.made(holders.find(requests.get(id).asker().person(), Set.of()).orElseThrow(), "pdf");
            requests.handedOut(id, "pdf");
            requests.finish(id, text(row, "outcome"));
        }
    }

    private void breach(Map<?, ?> row, Instant now) {
        var form = new BreachForm(
                id(text(row, "title")).toString(),
                text(row, "unit"),
                text(row, "title"),
                "",
                text(row, "happened"),
                text(row, "kinds"));
        if (viewer.as(Viewer.SYSTEM, () -> breaches.known(form.id()))) {
            return;
        }
        var found = now.minus(Duration.ofHours(Long.parseLong(text(row, "hours_ago"))));
        viewer.run(somebody(text(row, "officer")), () -> {
            breaches.register(organization.idOf(text(row, "unit")), form, found);
            breaches.assess(
                    form.id(),
                    new BreachAct(
                            text(row, "level"),
                            text(row, "affected"),
                            text(row, "consequences"),
                            text(row, "measures"),
                            ""));
        });
    }

    private Viewer somebody(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow(() -> new NotFound(login));
    }

    /** The same story twice says the same once. */
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("story " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<?, ?> row, String name) {
        return String.valueOf(row.get(name));
    }
}
