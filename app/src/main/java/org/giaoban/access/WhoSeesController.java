package org.giaoban.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.ReaderSource.Readable;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Who can see this, and why": for those who decide on rights in the unit the object belongs to. */
@Controller
class WhoSeesController {

    private final WhoSees who;
    private final Access access;
    private final List<ReaderSource> sources;

    WhoSeesController(WhoSees who, Access access, List<ReaderSource> sources) {
        this.who = who;
        this.access = access;
        this.sources = sources;
    }

    /**
     * @param rights what can be asked about a unit; empty for other objects, of which the rights are known
     * @param people how many they are
     */
    public record Page(
            String kind,
            String id,
            Readable seen,
            List<WhoSees.Line> lines,
            long people,
            Map<String, String> rights,
            String right) {}

    @Requires(Capability.GRANTS)
    @GetMapping("/who-sees/{kind}/{id}")
    ModelAndView page(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Capability right) {
        var seen = sources.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .flatMap(source -> source.find(id))
                .orElseThrow(() -> new NotFound(kind + " " + id));
        access.require(Capability.GRANTS, seen.unit());
        var choosing = seen.ways().isEmpty();
        var asked = right == null ? Capability.ORGANIZATION_READ : right;
        var lines = who.lines(choosing ? List.of(asked) : seen.ways(), seen.unit());
        var people = lines.stream().map(WhoSees.Line::account).distinct().count();
        return new ModelAndView(
                "access/whosees",
                "page",
                new Page(kind, id, seen, lines, people, choosing ? rights() : Map.of(), asked.name()));
    }

    private static Map<String, String> rights() {
        var rights = new LinkedHashMap<String, String>();
        Arrays.stream(Capability.values())
                .forEach(one -> rights.put(one.name(), Texts.text("access.capability." + one.key())));
        return rights;
    }
}
