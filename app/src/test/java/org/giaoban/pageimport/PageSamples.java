package org.giaoban.pageimport;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.files.Bundle;
import org.springframework.stereotype.Component;

/** A page that the matrix's own unit took in. */
@Component
class PageSamples implements MatrixSamples {

    private final PageImports imports;

    PageSamples(PageImports imports) {
        this.imports = imports;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var file = new Bundle.Item("05-copied-lines.txt", LabelledPages.bytes("known", "05-copied-lines.txt"));
        var outcome = imports.take(List.of(file), new PageIntake.Wish(world.own(), "xay-dung-dang"))
                .getFirst();
        return List.of(
                Sample.of("/articles/import/{id}", Map.of("id", Objects.requireNonNull(outcome.page())), world.own())
                        .hiding(outcome.title()));
    }
}
