package org.giaoban.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.consolidation.Consolidating.Seen;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.LevelForms;
import org.giaoban.reporting.ReturnSubmitted;
import org.springframework.stereotype.Component;

/** A province with two districts of three communes each, and what they do; everything is done by the system. */
@Component
class ThreeLevels {

    static final Period OCTOBER = Period.month(2018, 10);
    static final String FLOW = "TC17";
    static final String SHARE = "TT03";
    static final String FORM = "TH-THANG";

    private final Organization organization;
    private final Figures figures;
    private final Consolidating consolidating;
    private final LevelRepository reports;
    private final SealRepository seals;
    private final AsNowReader present;
    private final DifferenceReader differences;
    private final Stirring stirring;
    private final LevelForms forms;
    private final CurrentViewer viewer;
    private int trees;

    ThreeLevels(
            Organization organization,
            Figures figures,
            Consolidating consolidating,
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Stirring stirring,
            LevelForms forms,
            CurrentViewer viewer) {
        this.organization = organization;
        this.figures = figures;
        this.consolidating = consolidating;
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.stirring = stirring;
        this.forms = forms;
        this.viewer = viewer;
    }

    /** The units of one province. */
    record Tree(Unit province, List<Unit> districts, List<Unit> communes, Map<UnitId, UUID> sources) {}

    <T> T as(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }

    void run(Runnable work) {
        viewer.run(Viewer.SYSTEM, work);
    }

    synchronized Tree tree() {
        var number = ++trees;
        var province = found("TP" + number, "TINH_UY", null);
        var districts = List.of(
                found("TP" + number + "-A", "HUYEN_UY", province.id()),
                found("TP" + number + "-B", "HUYEN_UY", province.id()));
        var communes = districts.stream()
                .flatMap(district -> List.of("1", "2", "3").stream()
                        .map(one -> found(district.code() + one, "DANG_UY_XA", district.id())))
                .toList();
        return new Tree(province, districts, communes, new HashMap<>());
    }

    private Unit found(String code, String kind, @org.jspecify.annotations.Nullable UnitId parent) {
        return as(() -> {
            var id = organization.found(new NewUnit(
                    code, "Đơn vị " + code, code, kind, parent, DateRange.from(LocalDate.of(2015, 1, 1)), "x"));
            return organization.get(id, OCTOBER.lastDay());
        });
    }

    /** The commune says so from now on, by a return that is sent again. */
    void say(Tree tree, int commune, long flow, long part, long whole) {
        var unit = tree.communes().get(commune);
        var source = tree.sources().computeIfAbsent(unit.id(), id -> UUID.randomUUID());
        var share = Figure.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), BigDecimal.valueOf(100));
        run(() -> {
            figures.put(
                    new FactSource("sample", source, "mẫu"),
                    unit.id(),
                    OCTOBER,
                    List.of(new Fact(FLOW, Figure.of(flow), null), new Fact(SHARE, share, null)));
            stirring.sent(new ReturnSubmitted(source, unit.id(), "TH-THANG", OCTOBER.code(), 2, Instant.now()));
        });
    }

    void silence(Tree tree, int commune) {
        var unit = tree.communes().get(commune);
        var source = tree.sources().get(unit.id());
        if (source != null) {
            run(() -> figures.withdraw(new FactSource("sample", source, "mẫu"), unit.id(), OCTOBER));
        }
    }

    void send(Unit level) {
        run(() -> consolidating.send(
                target(level), Map.of("own", "Đánh giá"), row(level).version()));
    }

    Target target(Unit level) {
        return target(level, FORM, OCTOBER);
    }

    Target target(Unit level, String form, Period period) {
        return new Target(level, forms.find(form, period).orElseThrow(), period);
    }

    ReportRow row(Unit level) {
        return as(() -> reports.find(target(level))
                .orElseGet(() -> new ReportRow(
                        UUID.randomUUID(),
                        level.id(),
                        FORM,
                        OCTOBER,
                        ReportState.DRAFT,
                        0,
                        ReportRow.Act.NONE,
                        ReportRow.Act.NONE,
                        null,
                        null)));
    }

    Sealed sealed(Unit level, int version) {
        return as(() -> seals.find(row(level).id(), version).orElseThrow());
    }

    List<Difference> differences(Unit level) {
        return as(() -> {
            var row = row(level);
            var sealed = sealed(level, row.version());
            return differences.of(
                    row, sealed, present.of(target(level), sealed.lines().keySet()));
        });
    }

    AsNow now(Unit level) {
        return as(() -> present.of(target(level), List.of()));
    }

    Figure live(Unit level, String indicator) {
        return as(() -> figures.value(level.id(), OCTOBER, indicator));
    }

    Seen seen(Unit level) {
        return new Seen(row(level).version(), Hashes.seen(differences(level)));
    }

    void takeIn(Unit level, String... indicators) {
        var seen = seen(level);
        run(() -> consolidating.takeIn(target(level), List.of(indicators), seen, ""));
    }

    void refuse(Unit level, String reason, String... indicators) {
        var seen = seen(level);
        run(() -> consolidating.refuse(target(level), List.of(indicators), seen, reason));
    }
}
