package org.giaoban.reorganisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.people.Keepers;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The heir keeps the files of the persons a unit kept. */
@Component
@Transactional(readOnly = true)
class FilesOfPersonsPart implements ReorganisationPart {

    private final Keepers keepers;

    FilesOfPersonsPart(Keepers keepers) {
        this.keepers = keepers;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String label() {
        return Texts.text("reorganisation.part.people");
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        return keepers.counts(handover.handedOver()).entrySet().stream()
                .map(entry -> new Affected(
                        entry.getKey(),
                        label(),
                        entry.getValue(),
                        List.of(new Affected.Item(
                                Texts.text("reorganisation.people.files", entry.getValue()),
                                null,
                                Texts.text(
                                        "reorganisation.people.go-on",
                                        handover.keeper(entry.getKey())
                                                .map(handover::name)
                                                .orElse(""))))))
                .toList();
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        Keepers.handOver(handover.from(), handover.to()).forEach(journal::write);
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return keepers.counts(founded);
    }
}
