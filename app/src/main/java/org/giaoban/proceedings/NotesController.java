package org.giaoban.proceedings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.proceedings.Notebook.Change;
import org.giaoban.proceedings.Notebook.Kept;
import org.giaoban.proceedings.Notebook.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notes and summaries as they are typed: in batches by the page, or as a form. */
@Controller
class NotesController {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final Notebook notebook;
    private final NotebookReading reading;
    private final JsonMapper json;
    private final Flash flash;

    NotesController(Notebook notebook, NotebookReading reading, JsonMapper json, Flash flash) {
        this.notebook = notebook;
        this.reading = reading;
        this.json = json;
        this.flash = flash;
    }

    /** A batch of changes; sent again, what is known already changes nothing. */
    @PostMapping("/meetings/{id}/typing")
    @Requires(MEETING_RUN)
    @ResponseBody
    Kept typing(@PathVariable UUID id, @RequestParam String changes) {
        return notebook.write(new MeetingId(id), read(changes));
    }

    private List<Change> read(String changes) {
        try {
            return json.readValue(changes, CHANGES);
        } catch (JacksonException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "changes", unreadable);
        }
    }

    /** The texts as they stand, for a page that lies behind. */
    @GetMapping("/meetings/{id}/texts")
    @Requires(MEETING_RUN)
    @ResponseBody
    Map<UUID, String> texts(@PathVariable UUID id) {
        return reading.texts(new MeetingId(id));
    }

    @PostMapping("/meetings/{id}/items/{item}/notes")
    @Requires(MEETING_RUN)
    ModelAndView notes(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String text) {
        return typed(id, new Change(Uuid7.next(), Kind.ITEM, item, was, text), "/run?item=" + item);
    }

    @PostMapping("/meetings/{id}/speeches/{speech}/summary")
    @Requires(MEETING_RUN)
    ModelAndView summary(
            @PathVariable UUID id,
            @PathVariable UUID speech,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String text) {
        return typed(id, new Change(Uuid7.next(), Kind.SPEECH, speech, was, text), "/run#speech-" + speech);
    }

    private ModelAndView typed(UUID id, Change change, String back) {
        var kept = notebook.write(new MeetingId(id), List.of(change));
        if (kept.texts().getFirst().met()) {
            flash.warn("proceedings.flash.notes-met");
        } else {
            flash.ok("proceedings.flash.notes", kept.at());
        }
        return new ModelAndView("redirect:" + new MeetingId(id).href() + back);
    }
}
