package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.organization.KindRules;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Says the events of a plan in words, with the names the units have on the day before. */
@Component
class EventWords {

    private static final int DECIMALS = 6;

    private final Organization organization;

    EventWords(Organization organization) {
        this.organization = organization;
    }

    List<EventLine> lines(Plan plan) {
        var said = new Said(names(plan), organization.kindRules(plan.day()));
        return plan.events().stream()
                .map(event -> new EventLine(
                        event.id().toString(),
                        Texts.text("reorganisation.kind." + event.kind().name()),
                        icon(event.kind()),
                        event.from().stream().map(said::giver).toList(),
                        event.to().stream()
                                .map(target -> said.target(event.kind(), target))
                                .toList(),
                        event.document(),
                        event.note()))
                .toList();
    }

    /** What every unit of the plan is called: the ones that stand by their names, the new ones by what they will be. */
    Map<String, String> names(Plan plan) {
        var codes = new HashSet<String>();
        var names = new HashMap<String, String>();
        for (var event : plan.events()) {
            codes.addAll(event.codes());
            for (var target : event.to()) {
                codes.add(target.parent());
                if (!target.name().isEmpty()) {
                    names.put(target.code(), target.name());
                }
            }
        }
        names.putAll(standing(codes, plan));
        return names;
    }

    private Map<String, String> standing(Set<String> codes, Plan plan) {
        var before = plan.day().minusDays(1);
        var ids = organization.codes(codes);
        var called = organization.names(new ArrayList<>(ids.values()), before);
        var names = new HashMap<String, String>();
        ids.forEach((code, id) -> {
            // a code that is only reserved for the plan has no unit yet
            if (organization.find(id, before).map(Unit::name).isPresent()) {
                names.put(code, called.getOrDefault(id, code));
            }
        });
        return names;
    }

    static String icon(EventKind kind) {
        return switch (kind) {
            case FOUND -> "square-plus";
            case RENAME -> "forms";
            case CHANGE_KIND -> "category";
            case MOVE -> "corner-down-right";
            case MERGE -> "git-merge";
            case ABSORB -> "arrow-merge";
            case SPLIT -> "git-fork";
            case DISSOLVE -> "square-x";
        };
    }

    static String percent(BigDecimal share, boolean estimated) {
        return (estimated ? "≈\u00a0" : "") + Formats.percent(share.movePointRight(2), DECIMALS);
    }

    private record Said(Map<String, String> names, KindRules rules) {

        EventLine.Party giver(Giver giver) {
            var whole = giver.share().compareTo(BigDecimal.ONE) == 0;
            var part = whole ? "" : Texts.text("reorganisation.event.part", percent(giver.share(), giver.estimated()));
            return new EventLine.Party(name(giver.code()), giver.code(), part);
        }

        EventLine.Party target(EventKind kind, Target target) {
            var details = new ArrayList<String>();
            if (kind == EventKind.SPLIT) {
                details.add(percent(target.share(), target.estimated()));
            }
            if (kind == EventKind.RENAME) {
                details.add(Texts.text("reorganisation.event.named", target.name()));
            } else if (!target.name().isEmpty() && !target.name().equals(name(target.code()))) {
                details.add(Texts.text("reorganisation.event.named", target.name()));
            }
            if (!target.kind().isEmpty()) {
                details.add(rules.name(target.kind()));
            }
            if (!target.parent().isEmpty()) {
                details.add(Texts.text("reorganisation.event.under", name(target.parent())));
            }
            return new EventLine.Party(name(target.code()), target.code(), String.join(" · ", details));
        }

        String name(String code) {
            return names.getOrDefault(code, code);
        }
    }
}
