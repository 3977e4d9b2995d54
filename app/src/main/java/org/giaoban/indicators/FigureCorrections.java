package org.giaoban.indicators;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.indicators.RollUps.Bucket;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened behind a printed figure since, without saying where: for readers who may not see the rows. */
@Service
@Transactional(readOnly = true)
public class FigureCorrections {

    private final CorrectionRepository corrections;
    private final OwnerRepository owners;
    private final FigureLines lines;
    private final RollUps rollUps;

    FigureCorrections(CorrectionRepository corrections, OwnerRepository owners, FigureLines lines, RollUps rollUps) {
        this.corrections = corrections;
        this.owners = owners;
        this.lines = lines;
        this.rollUps = rollUps;
    }

    /** How many values behind the figure gave way to others since it was printed, and when the last did. */
    public record Since(int values, @Nullable Instant last) {

        private static final Since NOTHING = new Since(0, null);

        private Since plus(Since other) {
            var later = last == null || other.last != null && other.last.isAfter(last) ? other.last : last;
            return new Since(values + other.values, later);
        }
    }

    /** Behind a calculated figure stand the values it is calculated from, some of them of the period before. */
    public Since of(FrozenFigure frozen) {
        var bucket = Bucket.of(frozen.ref().unit(), frozen.ref().period());
        var known = lines.editions(List.of(frozen.ref().indicator())).on(bucket.treeOn());
        var now = new HashSet<Short>();
        var before = new HashSet<Short>();
        add(frozen.ref().indicator(), known, now, before);
        return counted(frozen.asOf(), bucket, now).plus(counted(frozen.asOf(), bucket.before(), before));
    }

    private static void add(String code, Map<String, Indicator> known, Set<Short> now, Set<Short> before) {
        var indicator = known.get(code);
        if (indicator != null && now.add(indicator.id())) {
            indicator.operands().forEach(operand -> {
                switch (operand.take()) {
                    case VALUE, EACH -> add(operand.code(), known, now, before);
                    case PREVIOUS -> add(operand.code(), known, before, before);
                    case PLAN -> {}
                }
            });
        }
    }

    private Since counted(Instant since, Bucket bucket, Set<Short> indicators) {
        var periods = StoredPeriods.of(0, bucket.period()).stream()
                .map(Span::period)
                .distinct()
                .toList();
        if (indicators.isEmpty() || !corrections.any(since, indicators, periods)) {
            return Since.NOTHING;
        }
        var behind = owners.of(rollUps.speakers(bucket)).values();
        return behind.isEmpty() ? Since.NOTHING : corrections.since(since, indicators, behind, periods);
    }
}
