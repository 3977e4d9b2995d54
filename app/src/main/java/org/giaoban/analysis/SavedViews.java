package org.giaoban.analysis;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps views under a name, for oneself or for all who may read the unit. */
@Service
@Transactional
class SavedViews {

    private static final Pattern ADDRESS =
            Pattern.compile("/analysis/([A-Z0-9][A-Z0-9._-]{0,31})/[A-Za-z0-9./-]{1,60}(\\?[!-~]{0,3800})?");
    private static final int LONGEST = 120;

    private final SavedViewRepository repository;
    private final Organization organization;
    private final Access access;
    private final CurrentViewer viewer;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    SavedViews(
            SavedViewRepository repository,
            Organization organization,
            Access access,
            CurrentViewer viewer,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.organization = organization;
        this.access = access;
        this.viewer = viewer;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the form says; {@code name} as typed. */
    record Wish(String address, String name, boolean shared) {}

    /** A line of the list. */
    record Line(SavedView view, String unit, String owner, boolean mine) {}

    UUID save(Wish wish) {
        var place = ADDRESS.matcher(wish.address());
        if (!place.matches()) {
            throw new NotFound(wish.address());
        }
        var unit = organization.idOf(place.group(1));
        access.require(Capability.FIGURES_READ, unit);
        var name = Normalizer.normalize(wish.name().strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new Refused("analysis.keep.name-needed", LONGEST);
        }
        var view = new SavedView(
                Uuid7.next(),
                unit,
                viewer.get().account(),
                name,
                wish.address(),
                wish.shared(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var id = repository.save(view);
        audit.record(
                "analysis.save",
                ref(id),
                unit,
                Map.of("name", name, "address", wish.address(), "shared", wish.shared()));
        return id;
    }

    /** Where the view leads; somebody else's private view is not told from one that does not exist. */
    @Transactional(readOnly = true)
    String address(UUID id) {
        var view = repository.find(id).orElseThrow(() -> new NotFound(id));
        if (!mine(view) && !view.shared()) {
            throw new NotFound(id);
        }
        access.require(Capability.FIGURES_READ, view.unit());
        return view.address();
    }

    /** Only what one saved oneself. */
    void delete(UUID id) {
        var view = repository.find(id).filter(this::mine).orElseThrow(() -> new NotFound(id));
        repository.delete(id, view.owner());
        audit.record("analysis.delete", ref(id), view.unit(), Map.of("name", view.name()));
    }

    @Transactional(readOnly = true)
    List<Line> list() {
        var views = repository.of(viewer.get().account(), access.scope(Capability.FIGURES_READ));
        var units = organization.names(
                views.stream().map(SavedView::unit).distinct().toList(), LocalDate.now(clock));
        var owners =
                accounts.names(views.stream().map(SavedView::owner).distinct().toList());
        return views.stream()
                .map(view -> new Line(
                        view, units.getOrDefault(view.unit(), ""), owners.getOrDefault(view.owner(), ""), mine(view)))
                .toList();
    }

    private boolean mine(SavedView view) {
        return view.owner().equals(viewer.get().account());
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef("analysis-view", id);
    }
}
