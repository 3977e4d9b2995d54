package org.giaoban.portal;

import java.time.Duration;
import java.util.UUID;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of articles. */
@Controller
class PictureController {

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/anh/{id}")
    @ForEveryone
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        return answer(id, false);
    }

    @GetMapping("/anh/{id}/nho")
    @ForEveryone
    ResponseEntity<byte[]> small(@PathVariable UUID id) {
        return answer(id, true);
    }

    private ResponseEntity<byte[]> answer(UUID id, boolean small) {
        var picture = pictures.find(id, small).orElseThrow(() -> new NotFound(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(picture.content());
    }
}
