package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.giaoban.access.ReaderSource;
import org.giaoban.access.UnitTree;
import org.springframework.stereotype.Component;

/** A unit has no single right by which it is read: the page asks about each. */
@Component
class UnitReaders implements ReaderSource {

    private final Organization organization;
    private final UnitTree tree;
    private final Clock clock;

    UnitReaders(Organization organization, UnitTree tree, Clock clock) {
        this.organization = organization;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "unit";
    }

    @Override
    public Optional<Readable> find(String code) {
        return organization
                .byCode(code)
                .map(unit -> new Readable(
                        tree.name(unit), "/units/" + code + "?on=" + LocalDate.now(clock), unit, List.of(), false));
    }
}
