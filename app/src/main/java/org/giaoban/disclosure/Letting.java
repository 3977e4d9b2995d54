package org.giaoban.disclosure;

import java.time.Clock;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lets a draft out: freezes the figures it shows, writes what visitors see, and tells whoever keeps pages. */
@Component
class Letting {

    private final ItemRepository items;
    private final SiteShelf shelf;
    private final SeriesFigures series;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final KeptPages pages;

    Letting(
            ItemRepository items,
            SiteShelf shelf,
            SeriesFigures series,
            CurrentViewer viewer,
            Clock clock,
            KeptPages pages) {
        this.items = items;
        this.shelf = shelf;
        this.series = series;
        this.viewer = viewer;
        this.clock = clock;
        this.pages = pages;
    }

    void out(Item item) {
        if (item.kind() == Kind.PAPER && item.facts().id("file") == null) {
            throw new Refused("disclosure.refused.file");
        }
        try {
            items.release(item, viewer.get(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Refused("disclosure.refused.taken", item.kind().label());
        }
        if (item.kind() == Kind.SERIES) {
            series.keep(item);
        }
        told();
    }

    /** Something that visitors see is another now. */
    void told() {
        shelf.renew();
        pages.changed();
    }
}
