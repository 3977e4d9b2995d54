package org.giaoban.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** A notice of the matrix's own unit. */
@Component
class DocumentSamples implements MatrixSamples {

    private final Documents documents;
    private final RegisterRepository register;

    DocumentSamples(Documents documents, RegisterRepository register) {
        this.documents = documents;
        this.register = register;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var from = LocalDate.of(2015, 8, 13);
        register.addLetterhead(world.own(), from, new Letterhead("ĐU", "Huyện ủy", "Đảng ủy mẫu thử", "Bến Lam"));
        register.addTerm(world.own(), "2015-2020", from, LocalDate.of(2020, 8, 12));
        var notice = documents.issue(PaperTrail.notice(world.own(), "thong-bao", PaperTrail.DAY, "matrix"));
        var template = Map.of("name", "conclusion-notice");
        return List.of(
                Sample.of("/documents/{id}", Map.of("id", notice.id()), world.own())
                        .hiding(notice.symbol()),
                Sample.of("/documents/templates/{name}", template, null).with(Map.of("from", "2018-11-02")),
                Sample.of(
                        "/documents/templates/{name}/{version}",
                        Map.of("name", "conclusion-notice", "version", 1),
                        null));
    }
}
