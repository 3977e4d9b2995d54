package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureUse;
import org.springframework.stereotype.Component;

/** Pictures of banners are everybody's to see on the days on which a banner shows them. */
@Component
class BannerPictures implements PictureUse {

    private final ReleasedRepository released;
    private final ItemRepository items;
    private final Clock clock;

    BannerPictures(ReleasedRepository released, ItemRepository items, Clock clock) {
        this.released = released;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public boolean open(UUID picture, UnitId owner) {
        return released.pictured(picture, owner, LocalDate.now(clock));
    }

    @Override
    public Set<UUID> needed(Collection<UUID> pictures) {
        return items.pictured(pictures);
    }
}
