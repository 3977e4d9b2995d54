package org.giaoban.platform;

import org.jspecify.annotations.Nullable;

/** Tells the frame who is looking; owned by identity. */
public interface FrameSource {

    /** Name of the signed-in viewer, or null for a visitor. */
    @Nullable
    String viewerName();
}
