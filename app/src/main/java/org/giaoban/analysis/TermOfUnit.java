package org.giaoban.analysis;

import java.util.ArrayList;
import org.giaoban.documents.Terms;
import org.giaoban.documents.Terms.Term;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The term a unit works in: its own, or that of the nearest unit above which has one. */
@Component
class TermOfUnit {

    private final Terms terms;

    TermOfUnit(Terms terms) {
        this.terms = terms;
    }

    @Nullable
    Term of(Standpoint at) {
        var way = new ArrayList<>(at.above());
        way.add(at.unit());
        var known = terms.on(way.stream().map(Unit::id).toList(), at.period().lastDay());
        for (var unit : way.reversed()) {
            if (known.get(unit.id()) instanceof Term term) {
                return term;
            }
        }
        return null;
    }
}
