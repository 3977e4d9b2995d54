package org.giaoban.files;

import java.util.UUID;

/** Implemented by a module that owns uploads: says whether the current viewer may read those of one object. */
public interface FileGuard {

    String ownerKind();

    boolean mayRead(UUID ownerId);
}
