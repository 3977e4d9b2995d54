package org.giaoban.disclosure;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ReceivedPictures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the picture that comes with the form of a banner. */
@Component
class FormPictures {

    private final ReceivedPictures received;

    FormPictures(ReceivedPictures received) {
        this.received = received;
    }

    /** What a form says of the picture that was sent with it, or what is wrong with it; nothing where none was sent. */
    record Taken(Map<String, String> facts, Map<String, String> errors) {

        private static final Taken NONE = new Taken(Map.of(), Map.of());

        /** A browser forgets the file when a form comes back. */
        Map<String, String> again() {
            return facts.isEmpty() ? Map.of() : Map.of("picture", Texts.text("disclosure.error.picture-again"));
        }
    }

    Taken take(Preparing.Draft draft, @Nullable MultipartFile picture) throws IOException {
        if (draft.kind() != Kind.BANNER || picture == null || picture.isEmpty()) {
            return Taken.NONE;
        }
        var name = Objects.requireNonNullElse(picture.getOriginalFilename(), "");
        var taken = received.take(draft.unit(), name, picture.getBytes());
        var media = taken.media();
        return media == null
                ? new Taken(Map.of(), Map.of("picture", taken.why()))
                : new Taken(Map.of("picture", media.toString()), Map.of());
    }
}
