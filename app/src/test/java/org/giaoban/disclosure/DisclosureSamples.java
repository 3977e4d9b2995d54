package org.giaoban.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** A draft of the matrix's own unit, and what the story has made public. */
@Component
class DisclosureSamples implements MatrixSamples {

    private static final String TITLE = "Trang chưa ai duyệt";

    private final Disclosures disclosures;
    private final ReleasedRepository released;

    DisclosureSamples(Disclosures disclosures, ReleasedRepository released) {
        this.disclosures = disclosures;
        this.released = released;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var facts = new Facts(Map.of("slug", "ma-tran", "title", TITLE, "body", "<p>Chuyện chưa công khai</p>"));
        var id = Map.of("id", disclosures.begin(Kind.PAGE, world.own(), null, facts));
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/disclosure/{id}", id, world.own()).hiding(TITLE));
        samples.add(Sample.of("/disclosure/{id}/edit", id, world.own())
                .with(Map.of("revision", "1", "slug", "ma-tran", "title", TITLE, "body", "<p>Chữ</p>")));
        samples.add(Sample.of("/disclosure/{id}/release", id, world.own()).with(Map.of("revision", "1")));
        samples.add(Sample.of("/disclosure/{id}/withdraw", id, world.own()));
        samples.addAll(open());
        return samples;
    }

    private List<Sample> open() {
        var paper = released.newest(Kind.PAPER, ReleasedRepository.Asked.ANY, null, 1)
                .getFirst()
                .id();
        Map<String, UUID> id = Map.of("id", paper);
        var slug = Map.of("slug", "tc17-sl-quarter");
        return List.of(
                Sample.of("/van-ban/{id}", id, null),
                Sample.of("/van-ban/{id}/tap-tin", id, null),
                Sample.of("/so-lieu-cong-khai/{slug}", slug, null),
                Sample.of("/so-lieu-cong-khai/{slug}.json", slug, null),
                Sample.of("/so-lieu-cong-khai/{slug}.csv", slug, null),
                Sample.of("/trang/{slug}", Map.of("slug", "gioi-thieu"), null),
                Sample.of("/don-vi/{code}", Map.of("code", "sl"), null));
    }
}
