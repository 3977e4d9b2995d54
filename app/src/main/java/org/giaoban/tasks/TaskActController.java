package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.files.Upload;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What can be done on the page of one task; every act leads back to it. */
@Controller
class TaskActController {

    private final TaskWork work;
    private final TaskProofs proofs;
    private final TaskController pages;
    private final Flash flash;

    TaskActController(TaskWork work, TaskProofs proofs, TaskController pages, Flash flash) {
        this.work = work;
        this.proofs = proofs;
        this.pages = pages;
        this.flash = flash;
    }

    @PostMapping("/tasks/{id}/accept")
    @ForSignedIn
    ModelAndView accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
        work.accept(id);
        return done(id, "tasks.flash.accepted", back);
    }

    @PostMapping("/tasks/{id}/progress")
    @ForSignedIn
    ModelAndView advance(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String note) {
        if (!percent.isEmpty() && !percent.matches("100|\\d{1,2}")) {
            return pages.refused(id, error("percent"), Map.of("percent", percent, "note", note));
        }
        if (percent.isEmpty() && note.isBlank()) {
            return pages.refused(id, error("note"), Map.of());
        }
        work.advance(id, percent.isEmpty() ? null : Integer.valueOf(percent), note);
        return done(id, "tasks.flash.advanced");
    }

    /** Proof is required: a file, or words that say where the product is. */
    @PostMapping("/tasks/{id}/report")
    @ForSignedIn
    ModelAndView report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        var sent = (files == null ? List.<MultipartFile>of() : files)
                .stream().filter(file -> !file.isEmpty()).toList();
        if (proof.isBlank() && sent.isEmpty()) {
            return pages.refused(id, error("proof"), Map.of());
        }
        return kept(
                id,
                "tasks.flash.reported",
                proof,
                () -> proofs.report(
                        id, proof, sent.stream().map(TaskActController::upload).toList()));
    }

    @PostMapping("/tasks/{id}/confirm")
    @Requires(TASK_ASSIGN)
    ModelAndView confirm(@PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
        work.confirm(List.of(id));
        return done(id, "tasks.flash.confirmed", back);
    }

    @PostMapping("/tasks/{id}/return")
    @Requires(TASK_ASSIGN)
    ModelAndView giveBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String returnReason) {
        if (returnReason.isBlank()) {
            return pages.refused(id, error("returnReason"), Map.of());
        }
        return kept(id, "tasks.flash.returned", returnReason, () -> work.giveBack(id, returnReason.strip()));
    }

    @PostMapping("/tasks/{id}/extension")
    @ForSignedIn
    ModelAndView askExtension(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String extensionReason) {
        if (until == null || extensionReason.isBlank()) {
            return pages.refused(
                    id,
                    error(until == null ? "until" : "extensionReason"),
                    Map.of("until", until == null ? "" : until.toString(), "extensionReason", extensionReason));
        }
        return kept(
                id,
                "tasks.flash.extension-asked",
                extensionReason,
                () -> work.askExtension(id, until, extensionReason.strip()));
    }

    @PostMapping("/tasks/{id}/extension/grant")
    @Requires(TASK_ASSIGN)
    ModelAndView grant(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
        work.grantExtension(id, answer);
        return done(id, "tasks.flash.extension-granted");
    }

    @PostMapping("/tasks/{id}/extension/refuse")
    @Requires(TASK_ASSIGN)
    ModelAndView refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer) {
        if (answer.isBlank()) {
            return pages.refused(id, error("answer"), Map.of());
        }
        return kept(id, "tasks.flash.extension-refused", answer, () -> work.refuseExtension(id, answer.strip()));
    }

    @PostMapping("/tasks/{id}/cancel")
    @Requires(TASK_ASSIGN)
    ModelAndView cancel(@PathVariable UUID id, @RequestParam(defaultValue = "") String cancelReason) {
        if (cancelReason.isBlank()) {
            return pages.refused(id, error("cancelReason"), Map.of());
        }
        return kept(id, "tasks.flash.cancelled", cancelReason, () -> work.cancel(id, cancelReason.strip()));
    }

    /** Does it, or says who was quicker without losing what was written. */
    private ModelAndView kept(UUID id, String flashed, String written, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return pages.overtaken(id, refused.text(), Map.of("written", written.strip()));
        }
        return done(id, flashed);
    }

    /** Back to the list or board it was done from. */
    private ModelAndView done(UUID id, String key, String back) {
        flash.ok(key);
        return new ModelAndView("redirect:" + (back.isEmpty() ? "/tasks/" + id : Bulk.back(back)));
    }

    private ModelAndView done(UUID id, String key) {
        flash.ok(key);
        return new ModelAndView("redirect:/tasks/" + id);
    }

    private static Map<String, String> error(String field) {
        return Map.of(field, Texts.text("tasks.error." + field));
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(String.valueOf(file.getOriginalFilename()), file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
