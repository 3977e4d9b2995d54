package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest
class AutosaveTest {

    @Autowired
    Autosaves autosaves;

    @Autowired
    VersionChanges changes;

    @Autowired
    Articles articles;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    UnitId unit;
    Viewer author;
    Viewer other;
    ArticleId id;

    @BeforeEach
    void aDraft() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        other = newsroom.open("khac." + number, unit, Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE);
        id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Đang viết", "<p>Đoạn một.</p>")));
    }

    @Test
    void whatWasTypedIsKeptForItsAuthorAloneAndComesBackAsAForm() {
        viewer.run(author, () -> autosaves.keep(id, 1, fields("Tiêu đề dở", "<p>Đoạn một. Đoạn hai dở")));

        var kept = viewer.as(author, () -> autosaves.find(id)).orElseThrow();
        assertThat(kept.revision()).isEqualTo(1);
        var form = TypedAgain.of(ArticleForm.class, kept.fields());
        assertThat(form.text("title")).isEqualTo("Tiêu đề dở");
        assertThat(form.text("body")).isEqualTo("<p>Đoạn một. Đoạn hai dở");
        assertThat(TypedAgain.of(LabelsForm.class, kept.fields()).text("place")).isEqualTo("Bến Lam");
        assertThat(viewer.as(other, () -> autosaves.find(id))).isEmpty();
        assertThat(viewer.as(author, () -> articles.get(id).version().story().title()))
                .isEqualTo("Đang viết");
    }

    @Test
    void theLastWordStandsAndForgettingLeavesNothing() {
        viewer.run(author, () -> autosaves.keep(id, 1, fields("Một", "")));
        viewer.run(author, () -> autosaves.keep(id, 1, fields("Hai", "")));
        assertThat(viewer.as(author, () -> autosaves.find(id)).orElseThrow().fields())
                .containsEntry("title", List.of("Hai"));

        viewer.run(author, () -> autosaves.forget(id));
        assertThat(viewer.as(author, () -> autosaves.find(id))).isEmpty();
    }

    @Test
    void aStrangerKeepsNothingAndASentTextIsKeptNoMore() {
        var stranger =
                newsroom.open("la." + unit.value().toString().substring(24), UnitId.next(), Capability.ARTICLE_WRITE);
        assertThatThrownBy(() -> viewer.run(stranger, () -> autosaves.keep(id, 1, fields("x", ""))))
                .isInstanceOf(NotFound.class);

        viewer.run(author, () -> articles.submit(id));
        assertThatThrownBy(() -> viewer.run(author, () -> autosaves.keep(id, 1, fields("x", ""))))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.article.not-editable");
    }

    @Test
    void changesOfTwoVersionsAreToldPartByPart() {
        var before = Newsroom.story("Kết nạp 42 đảng viên", "<p>Câu một.</p><ul><li>Việc A</li></ul>");
        var after = Newsroom.story("Kết nạp 43 đảng viên", "<p>Câu một.</p><ul><li>Việc A</li><li>Việc B</li></ul>");

        var parts = changes.parts(before, after);

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().pieces()).extracting(piece -> piece.text()).contains("42 ", "43 ");
        assertThat(parts.getLast().pieces())
                .extracting(piece -> piece.text())
                .anyMatch(text -> text.contains("Việc B"));
        assertThat(changes.parts(before, before)).isEmpty();
    }

    private static Map<String, List<String>> fields(String title, String body) {
        return Map.of("title", List.of(title), "body", List.of(body), "place", List.of("Bến Lam"));
    }
}
