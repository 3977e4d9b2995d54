package org.giaoban.portal;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For the editor with script: cleans what was pasted, so that the writer sees at once what will be kept. */
@Controller
class PasteController {

    /** The cleaned text. */
    public record Cleaned(String html) {}

    @PostMapping("/articles/paste")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Cleaned> paste(@RequestParam String html) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Cleaned(RichText.pasted(html)));
    }
}
