package org.giaoban.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issued documents as far as the viewer may read them, for rooms that take copies of them. */
@Service
@Transactional(readOnly = true)
public class ReadablePapers {

    private final Documents documents;
    private final DocumentRepository repository;
    private final Register register;
    private final Clock clock;

    ReadablePapers(Documents documents, DocumentRepository repository, Register register, Clock clock) {
        this.documents = documents;
        this.repository = repository;
        this.register = register;
        this.clock = clock;
    }

    /** An issued document with its file. */
    public record Paper(
            DocumentId id,
            UnitId unit,
            String type,
            String symbol,
            String issuer,
            String title,
            LocalDate on,
            UUID file,
            String fileName) {}

    /** The newest of one unit; whoever calls has asked for the right to read them. */
    public List<Paper> newest(UnitId unit, int limit) {
        return repository.list(DocumentFilter.words(null), Scope.of(java.util.Set.of(unit)), limit).stream()
                .map(ReadablePapers::paper)
                .toList();
    }

    /** One of them, or 404 for those who may not read it. */
    public Paper get(UUID id) {
        return documents.find(new DocumentId(id)).map(ReadablePapers::paper).orElseThrow(() -> new NotFound(id));
    }

    /** The types of the day by code, in their order. */
    public Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        register.types(LocalDate.now(clock)).forEach(type -> types.put(type.code(), type.name()));
        return types;
    }

    private static Paper paper(Document document) {
        var entry = document.entry();
        return new Paper(
                document.id(),
                document.unit(),
                entry.type(),
                entry.symbol(),
                entry.issuer(),
                entry.title(),
                document.issue().on(),
                document.copy().file(),
                document.fileName());
    }
}
