package org.giaoban.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers an organisation issues, numbered without gaps and kept as they went out. */
@Service
@Transactional
public class Documents {

    static final String KIND = "document";
    static final int PAGE = 50;
    static final int EXPORT = 10_000;

    private final DocumentRepository documents;
    private final Register register;
    private final WordTemplates templates;
    private final DocumentArchive archive;
    private final Access access;
    private final Clock clock;

    Documents(
            DocumentRepository documents,
            Register register,
            WordTemplates templates,
            DocumentArchive archive,
            Access access,
            Clock clock) {
        this.documents = documents;
        this.register = register;
        this.templates = templates;
        this.archive = archive;
        this.access = access;
        this.clock = clock;
    }

    /** Numbers, renders and files the document in the caller's transaction; the same once-key gives the same document. */
    public IssuedDocument issue(NewDocument paper) {
        access.require(Capability.DOCUMENT_ISSUE, paper.issuer());
        var heading = register.heading(paper);
        var series = register.series(heading.type(), paper.issuer(), paper.on());
        register.hold(paper.issuer(), series, heading.type());
        var earlier = documents.byOnceKey(paper.issuer(), paper.onceKey());
        if (earlier.isPresent()) {
            return earlier.get().issued();
        }
        var number = register.next(paper.issuer(), series, heading.type());
        var symbol = heading.type().symbolOf(number, heading.letterhead().symbol());
        var version = templates.version(paper.paper().template(), paper.on());
        var docx = templates.render(version, model(paper, heading, symbol));
        var document =
                archive.keep(new DocumentArchive.Sheet(paper, heading, series, number, symbol, version.number()), docx);
        return document.issued();
    }

    /** The same paper as .docx with the number left blank, for a look before issuing. Nothing is stored. */
    @Transactional(readOnly = true)
    public byte[] draft(NewDocument paper) {
        access.require(Capability.DOCUMENT_ISSUE, paper.issuer());
        var heading = register.heading(paper);
        var symbol = heading.type().symbolOfDraft(heading.letterhead().symbol());
        var version = templates.version(paper.paper().template(), paper.on());
        return templates.render(version, model(paper, heading, symbol));
    }

    /** The paper under a number that another book gave, or none yet. Nothing is stored; the caller has checked the right. */
    @Transactional(readOnly = true)
    public byte[] render(NewDocument paper, @Nullable Integer number) {
        var heading = register.heading(paper);
        var version = templates.version(paper.paper().template(), paper.on());
        return templates.render(version, model(paper, heading, symbol(heading, number)));
    }

    /** The head of such a paper, for other formats. */
    @Transactional(readOnly = true)
    public PaperHead head(NewDocument paper, @Nullable Integer number) {
        var heading = register.heading(paper);
        var head = heading.letterhead();
        return new PaperHead(head.superior(), head.name(), symbol(heading, number), head.placeAndDate(paper.on()));
    }

    private static String symbol(Register.Heading heading, @Nullable Integer number) {
        var issuer = heading.letterhead().symbol();
        return number == null
                ? heading.type().symbolOfDraft(issuer)
                : heading.type().symbolOf(number, issuer);
    }

    /** What was issued under a once-key, if anything was; the caller has asked for the right to see it. */
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> issued(UnitId issuer, String onceKey) {
        return documents.byOnceKey(issuer, onceKey).map(Document::issued);
    }

    /** What was issued about an object, newest first; the caller has asked for the right to see the object. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> about(ObjectRef object) {
        return documents.about(object).stream().map(Document::issued).toList();
    }

    @Transactional(readOnly = true)
    Document get(DocumentId id) {
        return find(id).orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    Optional<Document> find(DocumentId id) {
        return documents.find(id).filter(document -> access.allows(Capability.DOCUMENT_READ, document.unit()));
    }

    @Transactional(readOnly = true)
    Slice<Document> list(DocumentFilter filter) {
        var rows = documents.list(filter, readable(), PAGE + 1);
        return Slice.of(rows, PAGE, document -> document.id().value().toString());
    }

    @Transactional(readOnly = true)
    List<Document> all(DocumentFilter filter) {
        return documents.list(filter, readable(), EXPORT);
    }

    @Transactional(readOnly = true)
    Map<UnitId, String> issuers() {
        return documents.issuers(readable());
    }

    @Transactional(readOnly = true)
    List<DocumentType> types() {
        return register.types(LocalDate.now(clock));
    }

    @Transactional(readOnly = true)
    List<Document> search(String folded, Scope scope, int limit) {
        return documents.list(DocumentFilter.words(folded), scope, limit);
    }

    /** Whether the viewer issues documents anywhere, and so may look after the templates. */
    boolean issues() {
        return access.allowsAnywhere(Capability.DOCUMENT_ISSUE);
    }

    /** Whether the viewer decides on rights where the document belongs. */
    boolean mayAskWhoSees(Document document) {
        return access.allows(Capability.GRANTS, document.unit());
    }

    private Scope readable() {
        return access.scope(Capability.DOCUMENT_READ);
    }

    private static Map<String, Object> model(NewDocument paper, Register.Heading heading, String symbol) {
        var model = new HashMap<String, Object>(paper.paper().model());
        var head = heading.letterhead();
        model.put("cap_tren", head.superior());
        model.put("co_quan", head.name());
        model.put("so_ky_hieu", symbol);
        model.put("dia_danh_ngay", head.placeAndDate(paper.on()));
        model.put("trich_yeu", VietnameseText.nfc(paper.title()));
        return model;
    }
}
