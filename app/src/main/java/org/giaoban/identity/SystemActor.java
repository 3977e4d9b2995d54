package org.giaoban.identity;

import org.giaoban.platform.Actor;
import org.giaoban.platform.FrameSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the platform the two things it must know about viewers: the name in the frame, and how to act as the system. */
@Component
class SystemActor implements Actor, FrameSource {

    private final CurrentViewer viewer;

    SystemActor(CurrentViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void asSystem(Runnable work) {
        viewer.run(Viewer.SYSTEM, work);
    }

    @Override
    public @Nullable String viewerName() {
        return viewer.find().map(Viewer::name).orElse(null);
    }
}
