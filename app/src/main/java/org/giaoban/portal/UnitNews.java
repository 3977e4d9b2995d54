package org.giaoban.portal;

import java.util.Collection;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published news of units, for their places on the site. */
@Service
@Transactional(readOnly = true)
public class UnitNews {

    private final ShelfRepository published;

    UnitNews(ShelfRepository published) {
        this.published = published;
    }

    /** The newest first. */
    public List<Teaser> of(Collection<UnitId> units, int limit) {
        return published.ofUnits(units, limit);
    }
}
