package org.giaoban.pictures;

import java.util.UUID;

/** A module that shows pictures says which of them everybody may see. */
public interface PictureUse {

    /** Whether something public shows this picture now. */
    boolean open(UUID picture);
}
