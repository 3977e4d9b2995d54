package org.giaoban.portal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureUse;
import org.springframework.stereotype.Component;

/** Pictures of published texts are everybody's to see. */
@Component
class PublishedPictures implements PictureUse {

    private final GalleryRepository galleries;

    PublishedPictures(GalleryRepository galleries) {
        this.galleries = galleries;
    }

    @Override
    public boolean open(UUID picture, UnitId owner) {
        return galleries.open(picture, owner);
    }

    @Override
    public Set<UUID> needed(Collection<UUID> pictures) {
        return galleries.needed(pictures);
    }
}
