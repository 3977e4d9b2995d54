package org.giaoban.portal;

import gg.jte.Content;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Frame;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Says under an article with bound figures that they are those it was let out with, or that they are not. */
@Component
class SealCorner implements ArticleCorner {

    private static final int SHOWN = 12;

    private final Seals seals;

    SealCorner(Seals seals) {
        this.seals = seals;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Content under(ArticleId id, Frame frame) {
        var seal = seals.of(id).filter(each -> each.figures() > 0 || !each.holds());
        return output -> seal.ifPresent(each -> {
            output.writeContent(each.holds() ? "<p class=\"gb-seal\">" : "<p class=\"gb-note gb-note-red\">");
            output.writeUserContent(says(each));
            output.writeContent("</p>");
        });
    }

    private static String says(Seals.Seal seal) {
        return seal.holds()
                ? Texts.text(
                        "portal.seal.holds",
                        seal.figures(),
                        Formats.dateTime(seal.at()),
                        seal.hash().substring(0, SHOWN))
                : Texts.text("portal.seal.broken", Formats.dateTime(seal.at()));
    }
}
