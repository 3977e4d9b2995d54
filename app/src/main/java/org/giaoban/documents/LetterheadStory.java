package org.giaoban.documents;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.UnitTree;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A story's letterheads and terms: without them a unit cannot number a document. */
@Component
@Transactional
class LetterheadStory implements StoryPart {

    private final RegisterRepository register;
    private final ObjectProvider<UnitTree> units;

    /** The tree comes late because the module that implements it stands above this one. */
    LetterheadStory(RegisterRepository register, ObjectProvider<UnitTree> units) {
        this.register = register;
        this.units = units;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void load(Story story) {
        story.csv("letterheads.csv").forEach(this::letterhead);
        story.csv("terms.csv").forEach(this::term);
    }

    private void letterhead(Map<String, String> row) {
        register.addLetterhead(
                unit(row),
                LocalDate.parse(text(row, "from")),
                new Letterhead(text(row, "symbol"), text(row, "superior"), text(row, "name"), text(row, "place")));
    }

    private void term(Map<String, String> row) {
        register.addTerm(
                unit(row), text(row, "code"), LocalDate.parse(text(row, "from")), LocalDate.parse(text(row, "until")));
    }

    private UnitId unit(Map<String, String> row) {
        var code = text(row, "unit_code");
        return units.getObject().byCode(code).orElseThrow(() -> new NotFound(code));
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
