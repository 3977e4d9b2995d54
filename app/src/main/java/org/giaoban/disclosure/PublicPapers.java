package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.documents.ReadablePapers;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public documents as visitors look for them. */
@Service
@Transactional(readOnly = true)
class PublicPapers {

    private static final int PAGE = 20;

    private final ReleasedRepository released;
    private final ReadablePapers register;
    private final UnitSites sites;
    private final Clock clock;

    PublicPapers(ReleasedRepository released, ReadablePapers register, UnitSites sites, Clock clock) {
        this.released = released;
        this.register = register;
        this.sites = sites;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Narrowed to what was asked; a unit stands for all that it came after. */
    ReleasedRepository.Asked asked(PaperLibraryController.Query query, String words) {
        var known = query.year() != null && query.year() >= 1900 && query.year() <= 2200 ? query.year() : null;
        return new ReleasedRepository.Asked(
                words, filled(query.sort()), known, filled(query.issuer()), units(filled(query.unit())));
    }

    private @Nullable Collection<UnitId> units(@Nullable String code) {
        if (code == null) {
            return null;
        }
        var place = sites.at(code).orElseThrow(() -> new NotFound(code)).place();
        return place == null ? List.of() : place.family();
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    Slice<Released> list(ReleasedRepository.Asked asked, @Nullable String after) {
        var rows = released.newest(Kind.PAPER, asked, ReleasedRepository.After.parse(after), PAGE + 1);
        return Slice.of(rows, PAGE, Released::place);
    }

    Released get(UUID id) {
        return released.find(Kind.PAPER, id).orElseThrow(() -> new NotFound(id));
    }

    Map<String, String> types() {
        return register.types();
    }

    /** Only types, years and issuers of which something is public. */
    PaperLibraryController.Choices choices(Map<String, String> types) {
        var used = new LinkedHashMap<String, String>();
        released.sorts(Kind.PAPER).forEach(sort -> used.put(sort, types.getOrDefault(sort, sort)));
        var years = new LinkedHashMap<String, String>();
        released.years(Kind.PAPER).forEach(year -> years.put(year.toString(), year.toString()));
        var issuers = new LinkedHashMap<String, String>();
        released.issuers().forEach(issuer -> issuers.put(issuer, issuer));
        return new PaperLibraryController.Choices(used, years, issuers);
    }
}
