package org.giaoban.meetings;

import java.util.Optional;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Tells what was published about a closed meeting, as far as the viewer may know. Implemented by the module that publishes. */
public interface MeetingNews {

    /** Empty when the viewer may neither read the text nor begin one. */
    Optional<News> about(MeetingId meeting, UnitId unit);

    /**
     * The text about a meeting, or the way to begin it.
     *
     * @param text absent as long as nobody has begun
     * @param begin where to post to begin a text; absent when there is one
     */
    record News(@Nullable Text text, @Nullable String begin) {}

    /** A text with its state as a word and a tone. */
    record Text(String title, String href, String tone, String state) {}
}
