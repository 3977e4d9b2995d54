package org.giaoban.consolidation;

import java.util.List;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of words that a report holds and that the units below write otherwise now; nobody has decided on them yet. */
@Repository
@Transactional(readOnly = true)
class ChangedLists {

    private static final int MOST = 50;

    private final LevelRepository reports;
    private final SealRepository seals;
    private final AsNowReader present;
    private final DifferenceReader differences;
    private final Targeting targeting;
    private final Access access;

    ChangedLists(
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Targeting targeting,
            Access access) {
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.targeting = targeting;
        this.access = access;
    }

    /** A list with the report it stands in and the units that write otherwise. */
    public record ChangedList(String name, String report, String href, String was, String is, List<String> units) {}

    List<ChangedList> all() {
        var moved = LevelLists.stirred(access.scope(Capability.REPORT_READ));
        return reports.where(moved, MOST).stream()
                .flatMap(row -> targeting.of(row).stream().flatMap(target -> of(row, target)))
                .toList();
    }

    private Stream<ChangedList> of(ReportRow row, Target target) {
        var sealed = seals.find(row.id(), row.version()).orElse(null);
        if (sealed == null) {
            return Stream.empty();
        }
        var now = present.of(target, sealed.lines().keySet());
        return differences.of(row, sealed, now).stream()
                .filter(one -> one.words() && one.open())
                .map(one -> new ChangedList(
                        one.indicator().name(),
                        Texts.text(
                                "consolidation.use",
                                target.unit().name(),
                                target.label(),
                                target.form().name()),
                        target.href() + "#differences",
                        one.sealedText(),
                        one.nowText(),
                        one.causes().stream().map(Difference.Cause::name).toList()));
    }
}
