package org.giaoban.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Word templates the office edits; every version stays, and the newest whose date has come is used. */
@Service
@Transactional
public class WordTemplates {

    static final String KIND = "word-template";

    private final TemplateCatalogue catalogue;
    private final TemplateRepository versions;
    private final TemplateCheck check;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    WordTemplates(
            TemplateCatalogue catalogue,
            TemplateRepository versions,
            TemplateCheck check,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.catalogue = catalogue;
        this.versions = versions;
        this.check = check;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Renders the version of the template in force today; every declared tag must be in the model. */
    @Transactional(readOnly = true)
    public byte[] render(String template, Map<String, Object> model) {
        return render(version(template, LocalDate.now(clock)), model);
    }

    @Transactional(readOnly = true)
    TemplateVersion version(String template, LocalDate on) {
        return versions.inForce(template, on).orElseThrow(() -> new NotFound(template));
    }

    byte[] render(TemplateVersion version, Map<String, Object> model) {
        return catalogue.get(version.template()).render(version.content(), model);
    }

    @Transactional(readOnly = true)
    List<WordTemplate> list() {
        return catalogue.all();
    }

    @Transactional(readOnly = true)
    List<TemplateVersion.Line> history(String template) {
        return versions.lines(template);
    }

    @Transactional(readOnly = true)
    TemplateVersion get(String template, int number) {
        return versions.find(template, number).orElseThrow(() -> new NotFound(template));
    }

    /** Takes in an edited template after a trial run; it counts from its date on, earlier documents stay as they are. */
    int replace(String template, byte[] content, LocalDate from, String note) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refused("documents.template.past");
        }
        var declared = catalogue.get(template);
        check.accept(declared, content);
        var number = versions.lockedNext(template);
        var author = viewer.get();
        versions.insert(
                TemplateVersion.of(template, number, from, content),
                new TemplateVersion.Origin(note.strip(), author.name(), clock.instant()));
        audit.record(
                "documents.template-replaced",
                new ObjectRef(KIND, TemplateVersion.identity(template)),
                null,
                Map.of("template", template, "version", number));
        return number;
    }

    @Transactional(readOnly = true)
    List<org.giaoban.audit.AuditEntry> trace(String template) {
        return audit.history(new ObjectRef(KIND, TemplateVersion.identity(template)));
    }
}
