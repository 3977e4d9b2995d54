package org.giaoban.pictures;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** A module that shows pictures says which of them everybody may see, and which it still needs. */
public interface PictureUse {

    /** Whether something public of this unit shows this picture now; naming another unit's picture opens it to nobody. */
    boolean open(UUID picture, UnitId owner);

    /** Which of these pictures are still needed: shown, being worked with, or part of something that is kept. */
    Set<UUID> needed(Collection<UUID> pictures);
}
