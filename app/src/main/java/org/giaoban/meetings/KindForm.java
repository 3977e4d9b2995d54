package org.giaoban.meetings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A version of a kind's rules as typed: one value a name, one row an item or an invitation. */
record KindForm(Map<String, String> facts, List<Map<String, String>> items, List<Map<String, String>> invited) {

    private static final int MOST = 40;
    private static final List<String> FACTS = List.of(
            "from",
            "basis",
            "title",
            "minutes",
            "noticeDays",
            "quorumBase",
            "quorumShare",
            "quorumStrict",
            "scoreSheet",
            "authority",
            "signerKind",
            "signerPost",
            "recipients");
    static final List<String> ITEM =
            List.of("itemTitle", "itemMinutes", "itemPresenter", "itemKind", "itemLeast", "itemCarried");
    static final List<String> INVITED = List.of("who", "unitKinds", "post", "label");

    static KindForm of(MeetingKind.Version version, LocalDate from) {
        var quorum = version.rules().quorum();
        var facts = new LinkedHashMap<String, String>();
        facts.put("from", from.toString());
        facts.put("basis", version.basis());
        facts.put("title", version.title());
        facts.put("minutes", String.valueOf(version.minutes()));
        facts.put("noticeDays", String.valueOf(version.rules().noticeDays()));
        facts.put("quorumBase", quorum.base().name());
        facts.put("quorumShare", quorum.numerator() + "/" + quorum.denominator());
        facts.put("quorumStrict", String.valueOf(quorum.strict()));
        facts.put("scoreSheet", String.valueOf(version.rules().scoreSheet()));
        facts.put("authority", version.notice().authority());
        facts.put("signerKind", text(version.notice().signerKind()));
        facts.put("signerPost", text(version.notice().signerPost()));
        facts.put("recipients", version.notice().recipients());
        return new KindForm(
                facts,
                version.agenda().stream().map(KindForm::row).toList(),
                version.invited().stream().map(KindForm::row).toList());
    }

    private static Map<String, String> row(MeetingKind.Template item) {
        return Map.of(
                "itemTitle", item.title(),
                "itemMinutes", String.valueOf(item.minutes()),
                "itemPresenter", text(item.presenter()),
                "itemKind", item.kind().name(),
                "itemLeast", item.mandatory() ? String.valueOf(item.leastMinutes()) : "",
                "itemCarried", String.valueOf(item.carried()));
    }

    private static Map<String, String> row(InvitationRule rule) {
        return Map.of(
                "who", rule.who().name(),
                "unitKinds", String.join(" ", rule.unitKinds()),
                "post", text(rule.post()),
                "label", text(rule.label()));
    }

    static KindForm read(MultiValueMap<String, String> sent) {
        var facts = new LinkedHashMap<String, String>();
        FACTS.forEach(name -> facts.put(name, text(sent.getFirst(name)).strip()));
        return new KindForm(facts, rows(sent, ITEM), rows(sent, INVITED));
    }

    /** The rows whose first cell says something. */
    private static List<Map<String, String>> rows(MultiValueMap<String, String> sent, List<String> names) {
        var rows = new ArrayList<Map<String, String>>();
        var first = sent.getOrDefault(names.getFirst(), List.of());
        for (int i = 0; i < Math.min(first.size(), MOST); i++) {
            var row = new LinkedHashMap<String, String>();
            for (var name : names) {
                var values = sent.getOrDefault(name, List.of());
                row.put(name, i < values.size() ? values.get(i).strip() : "");
            }
            if (!first.get(i).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        demand(errors, "from", from() != null && !from().isBefore(today));
        demand(errors, "title", !fact("title").isEmpty() && fact("title").length() <= 300);
        demand(errors, "minutes", within(fact("minutes"), 5, 1440));
        demand(errors, "noticeDays", within(fact("noticeDays"), 0, 60));
        demand(errors, "quorumShare", share());
        demand(errors, "items", !items.isEmpty() && items.stream().allMatch(KindForm::good));
        demand(errors, "carried", items.stream().filter(KindForm::carried).count() <= 1);
        return errors;
    }

    private static void demand(Map<String, String> errors, String field, boolean good) {
        if (!good) {
            errors.put(field, Texts.text("meetings.error.kind." + field));
        }
    }

    private boolean share() {
        if (!fact("quorumShare").matches("\\d{1,2}/[1-9]\\d?")) {
            return false;
        }
        var parts = fact("quorumShare").split("/");
        return Integer.parseInt(parts[0]) <= Integer.parseInt(parts[1]);
    }

    private static boolean good(Map<String, String> row) {
        return within(row.getOrDefault("itemMinutes", ""), 0, 600)
                && (row.getOrDefault("itemLeast", "").isEmpty() || within(row.getOrDefault("itemLeast", ""), 0, 600))
                && row.getOrDefault("itemTitle", "").length() <= 300;
    }

    private static boolean carried(Map<String, String> row) {
        return "true".equals(row.get("itemCarried"));
    }

    private static boolean within(String text, int least, int most) {
        return text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private @Nullable LocalDate from() {
        try {
            return LocalDate.parse(fact("from"));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    MeetingKind.Version version() {
        var share = fact("quorumShare").split("/");
        var quorum = new QuorumRule(
                QuorumRule.Base.valueOf(fact("quorumBase")),
                Integer.parseInt(share[0]),
                Integer.parseInt(share[1]),
                fact("quorumStrict").equals("true"));
        return new MeetingKind.Version(
                LocalDate.parse(fact("from")),
                fact("basis"),
                fact("title"),
                Integer.parseInt(fact("minutes")),
                new MeetingKind.Notice(
                        fact("authority"), orNull(fact("signerKind")), orNull(fact("signerPost")), fact("recipients")),
                new MeetingKind.Rules(
                        Integer.parseInt(fact("noticeDays")),
                        quorum,
                        fact("scoreSheet").equals("true")),
                items.stream().map(KindForm::template).toList(),
                invited.stream().map(KindForm::rule).toList());
    }

    private static MeetingKind.Template template(Map<String, String> row) {
        var least = row.getOrDefault("itemLeast", "");
        return new MeetingKind.Template(
                row.getOrDefault("itemTitle", ""),
                Integer.parseInt(row.getOrDefault("itemMinutes", "0")),
                orNull(row.getOrDefault("itemPresenter", "")),
                carried(row),
                ItemKind.valueOf(row.getOrDefault("itemKind", "REPORT")),
                !least.isEmpty(),
                least.isEmpty() ? 0 : Integer.parseInt(least));
    }

    private static InvitationRule rule(Map<String, String> row) {
        return new InvitationRule(
                InvitationRule.Who.valueOf(row.getOrDefault("who", "LEADERSHIP")),
                Stream.of(row.getOrDefault("unitKinds", "").split("[\\s,]+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                orNull(row.getOrDefault("post", "")),
                orNull(row.getOrDefault("label", "")));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
