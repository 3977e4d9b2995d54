package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.giaoban.formulas.Formula;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.platform.Texts;

/** A check as a sentence with the names of its indicators, for those who do not know the codes by heart. */
final class CheckWords {

    private final Map<String, String> names;

    CheckWords(Map<String, String> names) {
        this.names = names;
    }

    String sentence(Relation relation) {
        return switch (relation) {
            case Relation.Bounds bounds -> bounds(bounds);
            case Relation.Sum sum -> Texts.text("indicators.says.sum", name(sum.subject()), all(sum.parts()));
            case Relation.Part part -> Texts.text("indicators.says.part", name(part.subject()), name(part.whole()));
            case Relation.RollForward roll ->
                Texts.text("indicators.says.roll", name(roll.subject()), all(roll.in()), all(roll.out()));
            case Relation.Jump jump ->
                Texts.text(
                        "indicators.says.jump",
                        name(jump.subject()),
                        FigureText.plain(jump.times()),
                        FigureText.plain(jump.from()));
            case Relation.Equal equal ->
                Texts.text("indicators.says.equal", name(equal.subject()), spoken(equal.formula()));
            case Relation.AtMost most ->
                Texts.text("indicators.says.at-most", name(most.subject()), spoken(most.formula()));
            case Relation.Parts parts -> Texts.text("indicators.says.parts", name(parts.subject()));
            case Relation.Peers peers ->
                Texts.text(
                        "indicators.says.peers", name(peers.subject()), FigureText.plain(peers.limit()), peers.least());
            case Relation.Filled filled -> Texts.text("indicators.says.filled", name(filled.subject()));
        };
    }

    private String bounds(Relation.Bounds bounds) {
        var least = bounds.least();
        var most = bounds.most();
        return least == null
                ? limited("most", bounds.subject(), most == null ? BigDecimal.ZERO : most)
                : most == null
                        ? limited("least", bounds.subject(), least)
                        : Texts.text(
                                "indicators.says.bounds",
                                name(bounds.subject()),
                                FigureText.plain(least),
                                FigureText.plain(most));
    }

    private String limited(String side, String subject, BigDecimal bound) {
        return Texts.text("indicators.says." + side, name(subject), FigureText.plain(bound));
    }

    private String all(List<String> codes) {
        return codes.isEmpty()
                ? Texts.text("indicators.says.nothing")
                : codes.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String spoken(Formula formula) {
        return formula.written(operand -> switch (operand.take()) {
            case PREVIOUS -> Texts.text("indicators.formula.previous", name(operand.code()));
            case PLAN -> Texts.text("indicators.formula.plan", name(operand.code()));
            case VALUE, EACH -> name(operand.code());
        });
    }

    private String name(String code) {
        return "“" + names.getOrDefault(code, code) + "”";
    }

    /** Every indicator a check speaks of. */
    static TreeSet<String> codes(Relation relation) {
        var codes = new TreeSet<String>();
        codes.add(relation.subject());
        switch (relation) {
            case Relation.Sum sum -> codes.addAll(sum.parts());
            case Relation.Part part -> codes.add(part.whole());
            case Relation.RollForward roll -> {
                codes.addAll(roll.in());
                codes.addAll(roll.out());
            }
            case Relation.Equal equal -> codes.addAll(equal.formula().codes());
            case Relation.AtMost most -> codes.addAll(most.formula().codes());
            case Relation.Bounds _, Relation.Jump _, Relation.Parts _, Relation.Peers _, Relation.Filled _ -> {}
        }
        return codes;
    }
}
