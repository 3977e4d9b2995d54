package org.giaoban.reorganisation;

import java.util.List;
import java.util.Map;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Conflict.Choice;
import org.giaoban.organization.KindRules;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** Says faults of a plan in words. */
record Words(Ground ground, Map<String, Place> after) {

    Conflict conflict(Fault fault) {
        var words = fault.words();
        var sentence = switch (fault.sort()) {
            case SAID_TWICE -> say(fault, name(fault.code()), words.getFirst(), words.get(1));
            case SHARES, CHILDREN_LEFT -> say(fault, name(fault.code()), words.getFirst());
            case PARENT_UNKNOWN, PARENT_ENDS -> say(fault, name(fault.code()), name(words.getFirst()));
            case NEEDS_PARENT, KIND_UNKNOWN -> say(fault, name(fault.code()), rules().name(words.getFirst()));
            case KIND_NOT_THERE -> kindNotThere(fault);
            case BEFORE_FOUNDING -> say(fault, name(fault.code()), since(fault.code()));
            default -> say(fault, name(fault.code()));
        };
        var choices = fault.choices().stream()
                .map(value -> new Choice(value, choice(fault, value)))
                .toList();
        return new Conflict(fault.key(), sentence, choices);
    }

    private static String say(Fault fault, Object... args) {
        return Texts.text("reorganisation.conflict." + fault.sort().name(), args);
    }

    private String kindNotThere(Fault fault) {
        var kind = rules().name(fault.words().getFirst());
        var day = Formats.date(ground.day());
        return fault.words().get(1).isEmpty()
                ? Texts.text("reorganisation.conflict.kind-not-then", name(fault.code()), kind, day)
                : say(fault, name(fault.code()), kind, name(fault.words().get(2)), day);
    }

    private String choice(Fault fault, String value) {
        return switch (value) {
            case Fault.LEAVE_OUT -> Texts.text("reorganisation.choice.leave-out", name(fault.code()));
            case Fault.END -> Texts.text("reorganisation.choice.end");
            default ->
                fault.sort() == Fault.Sort.KIND_NOT_THERE
                        ? Texts.text("reorganisation.choice.kind", rules().name(value))
                        : Texts.text("reorganisation.choice.under", name(value));
        };
    }

    private String since(String code) {
        var standing = ground.standing().get(code);
        return standing == null ? "" : Formats.date(standing.since());
    }

    private KindRules rules() {
        return ground.rules();
    }

    /** A unit's name, as it will be if it is new, else its code. */
    String name(String code) {
        var standing = ground.standing().get(code);
        if (standing != null) {
            return standing.place().name();
        }
        var place = after.get(code);
        return place == null ? code : place.name();
    }

    /** The question which of several heirs takes what cannot be divided. */
    Conflict heir(String code, List<Flow> heirs) {
        return new Conflict(
                "HEIR:" + code,
                Texts.text("reorganisation.conflict.heir", name(code), heirs.size()),
                heirs.stream()
                        .map(flow -> new Choice(flow.to(), name(flow.to())))
                        .toList());
    }

    /** Another draft names the unit too. */
    Conflict otherPlan(String code, String title) {
        return new Conflict(
                "OTHER_PLAN:" + code,
                Texts.text("reorganisation.conflict.other-plan", name(code), title),
                List.of(new Choice("GO_AHEAD", Texts.text("reorganisation.choice.go-ahead"))));
    }

    static Conflict tooEarly(String part, int count, String day) {
        return new Conflict(
                "TOO_EARLY:" + part, Texts.text("reorganisation.conflict.too-early", part, count, day), List.of());
    }
}
