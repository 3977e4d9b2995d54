package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes what is being typed every few seconds, and throws it away when its author says so. */
@Controller
class AutosaveController {

    private static final Set<String> NOT_TYPED = Set.of("then", "revision", "indicator", "period", "_csrf");

    private final Autosaves autosaves;
    private final Flash flash;

    AutosaveController(Autosaves autosaves, Flash flash) {
        this.autosaves = autosaves;
        this.flash = flash;
    }

    /** The hour it was kept at, as the page shows it. */
    public record Saved(String at) {}

    public record Declined(String message) {}

    @PostMapping("/articles/{id}/autosave")
    @Requires(Capability.ARTICLE_WRITE)
    ResponseEntity<Object> keep(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam MultiValueMap<String, String> sent) {
        Map<String, List<String>> fields = new LinkedHashMap<>(sent);
        fields.keySet().removeIf(NOT_TYPED::contains);
        try {
            return ResponseEntity.ok(new Saved(Formats.time(autosaves.keep(new ArticleId(id), revision, fields))));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Declined(refused.text()));
        }
    }

    @PostMapping("/articles/{id}/autosave/forget")
    @Requires(Capability.ARTICLE_WRITE)
    RedirectView forget(@PathVariable UUID id) {
        autosaves.forget(new ArticleId(id));
        flash.ok("portal.autosave.forgotten");
        return ArticleController.seeOther("/articles/" + id + "/edit");
    }
}
