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

    /** What decides the symbol of a document: its type, and whose paper it is. */
    record Heading(DocumentType type, Letterhead letterhead) {}

    private final RegisterRepository repository;
    private final Letterheads letterheads;

    Register(RegisterRepository repository, Letterheads letterheads) {
        this.repository = repository;
        this.letterheads = letterheads;
    }

    Heading heading(NewDocument paper) {
        var type = repository
                .type(paper.type(), paper.on())
                .orElseThrow(() -> new Refused("documents.refused.type", paper.type(), Formats.date(paper.on())));
        var letterhead = letterheads
                .of(paper.issuer(), paper.on())
                .orElseThrow(() -> new Refused("documents.refused.letterhead", Formats.date(paper.on())));
        return new Heading(type, letterhead);
    }

    /** The series a number is taken from; only what is issued needs one. */
    String series(DocumentType type, UnitId issuer, LocalDate on) {
        if (type.resets() == DocumentType.Resets.YEAR) {
            return type.series(on, "");
        }
        var term =
                letterheads.term(issuer, on).orElseThrow(() -> new Refused("documents.refused.term", Formats.date(on)));
        return type.series(on, term);
    }

    void hold(UnitId issuer, String series, DocumentType type) {
        repository.hold(issuer, series, type.code());
    }

    int next(UnitId issuer, String series, DocumentType type) {
        return repository.next(issuer, series, type.code());
    }

    List<DocumentType> types(LocalDate on) {
        return repository.types(on);
    }
}
