package org.giaoban.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two versions of an article laid over each other. */
@Controller
class VersionController {

    private final VersionChanges changes;

    VersionController(VersionChanges changes) {
        this.changes = changes;
    }

    public record ChangesPage(
            String href,
            String title,
            String from,
            String to,
            Map<String, String> versions,
            List<VersionChanges.Part> parts,
            List<VersionChanges.Pictures> pictures) {}

    @GetMapping("/articles/{id}/changes")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView changes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        var found = changes.of(new ArticleId(id), from, to);
        var versions = new LinkedHashMap<String, String>();
        found.numbers().forEach(each -> versions.put(String.valueOf(each), Texts.text("portal.desk.version", each)));
        return new ModelAndView(
                "portal/changes",
                "page",
                new ChangesPage(
                        "/articles/" + id,
                        found.title(),
                        String.valueOf(found.from()),
                        String.valueOf(found.to()),
                        versions,
                        found.parts(),
                        found.pictures()));
    }
}
