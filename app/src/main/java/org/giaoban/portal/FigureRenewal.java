package org.giaoban.portal;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Published articles whose figures were corrected in the register since, and the new version that says so. */
@Service
@Transactional
class FigureRenewal {

    private static final int LONGEST_NOTE = 300;

    private final Articles articles;
    private final BoundFigures figures;

    FigureRenewal(Articles articles, BoundFigures figures) {
        this.articles = articles;
        this.figures = figures;
    }

    @Transactional(readOnly = true)
    List<BoundFigures.Line> moved(Version.Story story) {
        return figures.lines(ArticleHtml.figures(story.body())).stream()
                .filter(BoundFigures.Line::corrected)
                .toList();
    }

    /** Begins the correction with the register's figures of now and the note visitors will read. */
    void correct(ArticleId id) {
        var before = articles.writable(id).version();
        var moved = moved(before.story());
        if (moved.isEmpty()) {
            throw new Refused("portal.proof.nothing-corrected");
        }
        articles.correct(id);
        var now = articles.writable(id).version();
        articles.save(id, now.hands().revision(), now.story().withCorrection(note(moved)));
        for (var line : moved) {
            articles.rebind(id, line.id(), figures.renew(line.id()));
        }
    }

    private static String note(List<BoundFigures.Line> moved) {
        var note = moved.stream()
                .map(line -> Texts.text(
                        Texts.VIETNAMESE, "portal.proof.note", line.name(), line.place(), line.text(), line.now()))
                .collect(Collectors.joining(" "));
        return note.length() <= LONGEST_NOTE
                ? note
                : Texts.text(Texts.VIETNAMESE, "portal.proof.note-many", moved.size());
    }
}
