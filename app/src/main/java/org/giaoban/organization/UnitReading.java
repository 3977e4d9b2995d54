package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.UnitApi.Above;
import org.giaoban.organization.UnitApi.UnitShown;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.PageAsked;
import org.giaoban.platform.api.Unprocessable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programs read of the tree: the same units their account sees on screen. */
@Service
@Transactional(readOnly = true)
class UnitReading {

    private static final int LONGEST_QUERY = 100;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final UnitRepository units;
    private final TreeSearch search;
    private final Access access;
    private final Clock clock;

    UnitReading(UnitRepository units, TreeSearch search, Access access, Clock clock) {
        this.units = units;
        this.search = search;
        this.access = access;
        this.clock = clock;
    }

    /** Which units are wanted; {@code parent} is an id or a code. */
    record Asked(
            LocalDate day,
            @Nullable String parent,
            @Nullable String kind,
            String words) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Slice<UnitShown> page(Asked asked, PageAsked page) {
        if (asked.words().length() > LONGEST_QUERY) {
            throw new Unprocessable("q", Texts.text("organization.api.q-long", LONGEST_QUERY));
        }
        var found = search.byCode(asked.day(), asked.words(), wanted(asked, page.after()), page.limit() + 1);
        var slice = page.slice(found, Unit::code);
        return new Slice<>(
                slice.items().stream().map(unit -> shown(unit, asked.day())).toList(), slice.next());
    }

    UnitShown get(String idOrCode, LocalDate day) {
        return shown(units.nearest(List.of(visible(idOrCode)), day).getFirst(), day);
    }

    /** The unit of an id or a code, when the viewer may read it. */
    UnitId visible(String idOrCode) {
        var id = find(idOrCode).orElseThrow(() -> new NotFound(idOrCode));
        access.require(Capability.ORGANIZATION_READ, id);
        if (units.versions(id).isEmpty()) {
            throw new NotFound(idOrCode);
        }
        return id;
    }

    private Optional<UnitId> find(String idOrCode) {
        if (ID.matcher(idOrCode).matches()) {
            return Optional.of(new UnitId(UUID.fromString(idOrCode)));
        }
        var code = VietnameseText.nfc(idOrCode);
        return Optional.ofNullable(units.codes(List.of(code)).get(code));
    }

    private Predicate<Unit> wanted(Asked asked, @Nullable String after) {
        var scope = access.scope(Capability.ORGANIZATION_READ);
        var parent = asked.parent() == null ? null : visible(asked.parent());
        return unit -> scope.contains(unit.id())
                && (after == null || unit.code().compareTo(after) > 0)
                && (parent == null || parent.equals(unit.parent()))
                && (asked.kind() == null || asked.kind().equals(unit.kind()));
    }

    UnitShown shown(Unit unit, LocalDate day) {
        return new UnitShown(
                unit.id().value(),
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.kind(),
                above(unit),
                unit.valid().from(),
                unit.valid().until(),
                unit.valid().contains(day));
    }

    /** The unit above, unless the viewer may not know it. */
    private @Nullable Above above(Unit unit) {
        var parent = unit.parent();
        if (parent == null || !access.allows(Capability.ORGANIZATION_READ, parent)) {
            return null;
        }
        return units.nearest(List.of(parent), unit.valid().from()).stream()
                .findFirst()
                .map(above -> new Above(above.id().value(), above.code()))
                .orElse(null);
    }
}
