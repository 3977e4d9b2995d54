package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
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

    private final KindWriter kinds;

    MeetingProfile(KindWriter kinds) {
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
        for (var node : file.nodes("kinds")) {
            add(node, ++place);
        }
        kinds.addSeparationWords(file.texts("separation"));
    }

    private void add(YamlNode node, int place) {
        var versions =
                node.nodes("versions").stream().map(MeetingProfile::version).toList();
        var kind = new MeetingKind(
                node.get("code"),
                node.get("name"),
                node.get("name_en"),
                period(node.find("period")),
                node.yes("briefing"),
                place,
                MeetingKind.Nature.valueOf(node.or("nature", "PARTY")),
                versions.getFirst());
        if (kinds.add(kind)) {
            versions.forEach(version -> kinds.addVersion(kind.code(), version));
        }
    }

    private static MeetingKind.Version version(YamlNode node) {
        return new MeetingKind.Version(
                LocalDate.parse(node.get("from")),
                node.or("basis", ""),
                node.get("title"),
                node.number("minutes"),
                notice(node.node("notice")),
                new MeetingKind.Rules(node.number("notice_days"), quorum(node.find("quorum")), node.yes("score_sheet")),
                node.nodes("agenda").stream().map(MeetingProfile::item).toList(),
                node.nodes("invited").stream().map(MeetingProfile::rule).toList());
    }

    private static MeetingKind.Template item(YamlNode node) {
        return new MeetingKind.Template(
                node.get("title"),
                node.number("minutes"),
                node.find("presenter"),
                node.yes("carried"),
                ItemKind.valueOf(node.or("kind", "REPORT")),
                node.find("least") != null,
                Integer.parseInt(node.or("least", "0")));
    }

    private static InvitationRule rule(YamlNode node) {
        return new InvitationRule(
                InvitationRule.Who.valueOf(node.get("who")),
                List.copyOf(node.texts("units")),
                node.find("post"),
                node.find("label"));
    }

    /** As in {@code "> 1/2 MEMBERS"} or {@code ">= 2/3 INVITED"}. */
    private static QuorumRule quorum(@Nullable String text) {
        if (text == null) {
            return QuorumRule.NONE;
        }
        var words = text.split("[ /]+");
        return new QuorumRule(
                QuorumRule.Base.valueOf(words[3]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                words[0].equals(">"));
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
