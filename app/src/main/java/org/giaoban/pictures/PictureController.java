package org.giaoban.pictures;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out pictures: for visitors only while something public shows them. */
@Controller
class PictureController {

    private static final Pattern COPY = Pattern.compile("([1-9][0-9]{1,3})\\.(webp|jpg)");
    private static final int LARGE = 1280;
    private static final int SMALL = 640;

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/anh/{id}")
    @ForEveryone
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        return answer(id, Studio.Copy.JPEG, LARGE);
    }

    @GetMapping("/anh/{id}/{copy}")
    @ForEveryone
    ResponseEntity<byte[]> copy(@PathVariable UUID id, @PathVariable String copy) {
        if (copy.equals("nho")) {
            return answer(id, Studio.Copy.JPEG, SMALL);
        }
        var asked = COPY.matcher(copy);
        if (!asked.matches()) {
            throw new NotFound(copy);
        }
        var mediaType = asked.group(2).equals("webp") ? Studio.Copy.WEBP : Studio.Copy.JPEG;
        return answer(id, mediaType, Integer.parseInt(asked.group(1)));
    }

    private ResponseEntity<byte[]> answer(UUID id, String mediaType, int wide) {
        var sight = pictures.sight(id);
        if (sight == Pictures.Sight.NOBODY) {
            throw new NotFound(id);
        }
        var copy = pictures.copy(id, mediaType, wide).orElseThrow(() -> new NotFound(id));
        // What an address shows never changes; whether it may be seen does, so nobody keeps it longer than an hour.
        var keep = CacheControl.maxAge(Duration.ofHours(1));
        return ResponseEntity.ok()
                .cacheControl(sight == Pictures.Sight.EVERYBODY ? keep.cachePublic() : keep.cachePrivate())
                .eTag(id + "-" + copy.width() + copy.mediaType().substring("image/".length()))
                .contentType(MediaType.parseMediaType(copy.mediaType()))
                .body(copy.content());
    }
}
