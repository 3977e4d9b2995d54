package org.giaoban.meetings;

import java.util.Map;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code meeting-kinds.yaml}. */
@Component
@Transactional
class MeetingProfile implements ProfilePart {

    private static final String FILE = "meeting-kinds.yaml";

    private final KindRepository kinds;

    MeetingProfile(KindRepository kinds) {
        this.kinds = kinds;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load(Profile profile) {
        var file = new YamlNode(profile.yaml(FILE, Map.class));
        var place = 0;
        for (var kind : file.nodes("kinds")) {
            kinds.add(kind(kind, ++place));
        }
        kinds.addVagueWords(file.texts("vague"));
    }

    private static MeetingKind kind(YamlNode node, int place) {
        var agenda = node.nodes("agenda").stream()
                .map(item -> new MeetingKind.Template(
                        item.get("title"), item.number("minutes"), item.find("presenter"), item.yes("carried")))
                .toList();
        return new MeetingKind(
                node.get("code"),
                node.get("name"),
                node.get("name_en"),
                node.get("title"),
                period(node.find("period")),
                node.number("minutes"),
                node.yes("briefing"),
                place,
                notice(node.node("notice")),
                agenda);
    }

    private static MeetingKind.Notice notice(YamlNode node) {
        return new MeetingKind.Notice(
                node.get("authority"),
                node.find("signer_kind"),
                node.find("signer_post"),
                String.join("\n", node.texts("recipients")));
    }

    private static Period.@Nullable Kind period(@Nullable String name) {
        return name == null ? null : Period.Kind.valueOf(name);
    }
}
