package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.ObjectRef;
import org.giaoban.consolidation.PaperFigures;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consolidated reports that leave as documents with a number. */
@Service
@Transactional
class Reports {

    private final Boards boards;
    private final ReportText texts;
    private final Documents documents;
    private final PaperFigures printed;
    private final Access access;
    private final Clock clock;

    Reports(Boards boards, ReportText texts, Documents documents, PaperFigures printed, Access access, Clock clock) {
        this.boards = boards;
        this.texts = texts;
        this.documents = documents;
        this.printed = printed;
        this.access = access;
        this.clock = clock;
    }

    List<IssuedDocument> issued(Occasion occasion) {
        return documents.about(about(occasion));
    }

    boolean mayIssue(Occasion occasion) {
        return access.allows(Capability.DOCUMENT_ISSUE, occasion.unit().id());
    }

    /** The paper with a blank number; nothing is kept. */
    byte[] draft(Occasion occasion) {
        return documents.draft(paper(occasion));
    }

    IssuedDocument issue(Occasion occasion) {
        access.require(Capability.DOCUMENT_ISSUE, occasion.unit().id());
        var issued = documents.issue(paper(occasion));
        printed.keep(
                occasion.unit(),
                occasion.shown(),
                boards.table(occasion),
                new PaperFigures.Paper(issued.symbol() + " " + issued.title(), "/documents/" + issued.id()));
        return issued;
    }

    private NewDocument paper(Occasion occasion) {
        return inVietnamese(() -> {
            var title = text(
                    "briefing.report.name",
                    Headings.label(occasion.reported()),
                    occasion.reported().labelAhead(Texts.VIETNAMESE));
            return new NewDocument(
                    occasion.unit().id(),
                    "bao-cao",
                    title,
                    LocalDate.now(clock),
                    new About(about(occasion), title, occasion.href()),
                    "board:" + occasion.unit().code() + ":" + occasion.period().code(),
                    new Paper("consolidated-report", texts.model(boards.board(occasion), boards.table(occasion))));
        });
    }

    /** A board has no row of its own; its name gives it a lasting id. */
    private static ObjectRef about(Occasion occasion) {
        var name = occasion.unit().id().value() + "/" + occasion.period().code();
        return new ObjectRef("board", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Official papers are in Vietnamese whatever language the officer reads. */
    private static <T> T inVietnamese(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
