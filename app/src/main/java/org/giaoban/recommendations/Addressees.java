package org.giaoban.recommendations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/**
 * Who may be asked. The levels above a unit with their boards, offices and agencies are the addressees with competence;
 * a name that is none of them lies at the level above, which knows whom to ask.
 */
@Component
class Addressees {

    private final Organization organization;

    Addressees(Organization organization) {
        this.organization = organization;
    }

    /** A desk that may be asked; {@code level} is the unit it works for. */
    record Desk(Unit unit, Unit level) {

        boolean committee() {
            return unit.id().equals(level.id());
        }
    }

    /** For a unit that asks, the nearest level first. */
    List<Desk> above(UnitId unit, LocalDate day) {
        return desks(organization.ancestors(unit, day).reversed(), day);
    }

    /** For a desk that cannot answer itself: its own level, then those above. */
    List<Desk> onwards(UnitId desk, LocalDate day) {
        var levels = new ArrayList<>(organization.ancestors(desk, day).reversed());
        organization.find(desk, day).filter(unit -> !board(unit)).ifPresent(levels::addFirst);
        return desks(levels, day).stream()
                .filter(one -> !one.unit().id().equals(desk))
                .toList();
    }

    private List<Desk> desks(List<Unit> levels, LocalDate day) {
        var desks = new ArrayList<Desk>();
        for (var level : levels) {
            desks.add(new Desk(level, level));
            offices(level, day).forEach(office -> desks.add(new Desk(office, level)));
        }
        return desks;
    }

    /** Boards, agencies and mass organisations of a level, and the divisions of its agencies. */
    private List<Unit> offices(Unit level, LocalDate day) {
        var offices = new ArrayList<Unit>();
        for (var child : organization.children(level.id(), day)) {
            if (board(child)) {
                offices.add(child);
                organization.children(child.id(), day).stream()
                        .filter(this::board)
                        .forEach(offices::add);
            }
        }
        return offices;
    }

    private boolean board(Unit unit) {
        return switch (organization.kind(unit.kind()).category()) {
            case BOARD, GOVERNMENT, MASS -> true;
            case PARTY, AREA -> false;
        };
    }

    /** The desk that a written name means; without one, that of the level above. */
    UnitId named(String name, UnitId unit, LocalDate day) {
        var desks = above(unit, day);
        return meant(VietnameseText.fold(name), desks)
                .or(() -> desks.stream().findFirst())
                .map(desk -> desk.unit().id())
                .orElse(unit);
    }

    /** "Ban Tổ chức", "Ủy ban nhân dân huyện"; "Ban Thường vụ Huyện ủy" is the committee itself. */
    private static Optional<Desk> meant(String name, List<Desk> desks) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        return desks.stream()
                .filter(desk -> folded(desk.unit().shortName()).equals(name)
                        || folded(desk.unit().name()).startsWith(name))
                .findFirst()
                .or(() -> desks.stream()
                        .filter(Desk::committee)
                        .filter(desk -> name.endsWith(folded(desk.unit().shortName()))
                                || name.endsWith(folded(desk.unit().name())))
                        .findFirst());
    }

    private static String folded(String name) {
        return VietnameseText.fold(name);
    }

    /** For a choice on screen: the id and the name, with the level behind it. */
    static Map<String, String> choices(List<Desk> desks) {
        var choices = new LinkedHashMap<String, String>();
        desks.forEach(desk ->
                choices.put(desk.unit().id().value().toString(), desk.unit().name()));
        return choices;
    }
}
