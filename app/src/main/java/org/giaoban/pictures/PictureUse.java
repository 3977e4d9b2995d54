package org.giaoban.pictures;

import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** A module that shows pictures says which of them everybody may see. */
public interface PictureUse {

    /** Whether something public of this unit shows this picture now; naming another unit's picture opens it to nobody. */
    boolean open(UUID picture, UnitId owner);
}
