package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.giaoban.organization.Difference.What;
import org.giaoban.organization.KindRules;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree before and after a plan, beside each other, in words. */
@Component
class RehearsalRows {

    private final Organization organization;

    RehearsalRows(Organization organization) {
        this.organization = organization;
    }

    /** A unit before and after; an empty name: it is not there. */
    public record Row(List<Mark> what, Side before, Side after, List<String> flows) {}

    /** What happens to it, as a word with a tone. */
    public record Mark(String tone, String word) {}

    /** A unit on one side. */
    public record Side(String code, String name, String kind, String above) {

        static final Side NONE = new Side("", "", "", "");
    }

    /** How many units of a kind there are before and after. */
    public record Count(String kind, int before, int after, String change) {}

    List<Row> rows(Rehearsal rehearsal) {
        var plan = rehearsal.plan();
        var names = names(rehearsal);
        var rules = organization.kindRules(plan.day());
        return rehearsal.rows().stream()
                .map(row -> new Row(
                        marks(row),
                        side(row.before(), names.before(), rules),
                        side(row.after(), names.after(), rules),
                        flows(row, names)))
                .toList();
    }

    List<Count> counts(Rehearsal rehearsal) {
        var rules = organization.kindRules(rehearsal.plan().day());
        return rehearsal.counts().stream()
                .filter(count -> count.before() != count.after())
                .sorted(Comparator.comparing(Rehearsal.PlanCount::kind))
                .map(count -> new Count(
                        rules.name(count.kind()),
                        count.before(),
                        count.after(),
                        change(count.after() - count.before())))
                .toList();
    }

    private static String change(int number) {
        var amount = Formats.number(Math.abs(number));
        return number > 0 ? "+".concat(amount) : "−".concat(amount);
    }

    /** A unit that goes on as it is, but gives or takes, is marked so. */
    private static List<Mark> marks(Rehearsal.Row row) {
        return row.what().isEmpty()
                ? List.of(new Mark("info", Texts.text("reorganisation.what.share")))
                : row.what().stream().sorted().map(RehearsalRows::mark).toList();
    }

    static Mark mark(What what) {
        var tone = switch (what) {
            case FOUNDED -> "done";
            case ENDED -> "late";
            case RENAMED, MOVED -> "info";
            case CHANGED_KIND -> "waiting";
        };
        return new Mark(tone, Texts.text("reorganisation.what." + what.name()));
    }

    private record Names(Map<String, String> before, Map<String, String> after) {}

    /** Names of all units the rows speak of, also of those above them that do not change. */
    private Names names(Rehearsal rehearsal) {
        var before = new HashMap<String, String>();
        var after = new HashMap<String, String>();
        var above = new HashSet<String>();
        for (var row : rehearsal.rows()) {
            note(row.before(), before, above);
            note(row.after(), after, above);
        }
        var ids = organization.codes(above);
        var called = organization.names(
                new ArrayList<>(ids.values()), rehearsal.plan().day().minusDays(1));
        ids.forEach((code, id) -> {
            before.putIfAbsent(code, called.getOrDefault(id, code));
            after.putIfAbsent(code, called.getOrDefault(id, code));
        });
        return new Names(before, after);
    }

    private static void note(@Nullable Place place, Map<String, String> names, HashSet<String> above) {
        if (place != null) {
            names.put(place.code(), place.name());
            if (place.parent() != null) {
                above.add(place.parent());
            }
        }
    }

    private static Side side(@Nullable Place place, Map<String, String> names, KindRules rules) {
        if (place == null) {
            return Side.NONE;
        }
        var above = place.parent() == null ? "" : names.getOrDefault(place.parent(), place.parent());
        return new Side(place.code(), place.name(), rules.name(place.kind()), above);
    }

    /** A unit that ends says where it goes; one that receives says from whom. */
    private static List<String> flows(Rehearsal.Row row, Names names) {
        var code = row.before() == null
                ? (row.after() == null ? "" : row.after().code())
                : row.before().code();
        return row.flows().stream()
                .map(flow -> flow.from().equals(code)
                        ? told("gives", names.after(), flow.to(), flow)
                        : told("takes", names.before(), flow.from(), flow))
                .toList();
    }

    private static String told(String way, Map<String, String> names, String other, Flow flow) {
        var name = names.getOrDefault(other, other);
        return flow.share().compareTo(BigDecimal.ONE) == 0
                ? Texts.text("reorganisation.flow." + way, name)
                : Texts.text(
                        "reorganisation.flow." + way + "-part",
                        name,
                        EventWords.percent(flow.share(), flow.estimated()));
    }
}
