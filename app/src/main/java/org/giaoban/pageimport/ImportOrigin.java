package org.giaoban.pageimport;

import java.util.Optional;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.DraftOrigin;
import org.springframework.stereotype.Component;

/** Leads from the editor of a draft back to how the page it was made of was read. */
@Component
class ImportOrigin implements DraftOrigin {

    private final PageIntake intake;

    ImportOrigin(PageIntake intake) {
        this.intake = intake;
    }

    @Override
    public Optional<Link> of(ArticleId article) {
        return intake.origin(article.value())
                .map(page -> new Link("/articles/import/" + page.id(), Texts.text("pageimport.origin", page.file())));
    }
}
