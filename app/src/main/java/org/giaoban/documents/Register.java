package org.giaoban.documents;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** Gives numbers. Holding a line of the register makes everybody else who numbers the same series wait for the commit. */
@Component
class Register {

    /** What decides number and symbol of a document: its type, whose paper it is, and the series it belongs to. */
    record Heading(DocumentType type, Letterhead letterhead, String series) {}

    private final RegisterRepository repository;

    Register(RegisterRepository repository) {
        this.repository = repository;
    }

    Heading heading(NewDocument paper) {
        var type = repository
                .type(paper.type(), paper.on())
                .orElseThrow(() -> new Refused("documents.refused.type", paper.type(), Formats.date(paper.on())));
        var letterhead = repository
                .letterhead(paper.issuer(), paper.on())
                .orElseThrow(() -> new Refused("documents.refused.letterhead", Formats.date(paper.on())));
        return new Heading(type, letterhead, series(type, paper.issuer(), paper.on()));
    }

    private String series(DocumentType type, UnitId issuer, LocalDate on) {
        if (type.resets() == DocumentType.Resets.YEAR) {
            return type.series(on, "");
        }
        var term =
                repository.term(issuer, on).orElseThrow(() -> new Refused("documents.refused.term", Formats.date(on)));
        return type.series(on, term);
    }

    void hold(UnitId issuer, Heading heading) {
        repository.hold(issuer, heading.series(), heading.type().code());
    }

    int next(UnitId issuer, Heading heading) {
        return repository.next(issuer, heading.series(), heading.type().code());
    }

    List<DocumentType> types(LocalDate on) {
        return repository.types(on);
    }
}
