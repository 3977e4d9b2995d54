package org.giaoban.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.giaoban.documents.ReadablePapers;
import org.giaoban.files.FileGuard;
import org.giaoban.files.FileId;
import org.giaoban.files.FileOwner;
import org.giaoban.files.Files;
import org.giaoban.files.StoredFile;
import org.giaoban.files.Upload;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** The files of public documents: copies of their own, so that letting one out opens no other. */
@Component
class PaperFiles implements FileGuard {

    private final Files files;
    private final ReadablePapers papers;
    private final ItemDoor door;

    PaperFiles(Files files, ReadablePapers papers, ItemDoor door) {
        this.files = files;
        this.papers = papers;
        this.door = door;
    }

    @Override
    public String ownerKind() {
        return Disclosures.OBJECT;
    }

    /** Through the general address only those who prepare and release; visitors have an address of their own. */
    @Override
    public boolean mayRead(UUID ownerId) {
        return door.readable(ownerId);
    }

    /** What a draft says of a file that was sent for it; refused when it holds words that its pages do not show. */
    Map<String, String> keep(UUID item, UnitId unit, Upload upload) {
        var kept = files.store(upload, new FileOwner(Disclosures.OBJECT, item), unit);
        try (InputStream in = files.open(kept.id())) {
            if (HiddenWords.in(in)) {
                throw new Refused("disclosure.refused.hidden", kept.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told(kept);
    }

    /** A copy of the file of a paper in the register. */
    Map<String, String> copy(UUID item, UnitId unit, UUID paper) {
        var source = papers.get(paper);
        try (InputStream in = files.open(new FileId(source.file()))) {
            return keep(item, unit, new Upload(source.fileName(), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> told(StoredFile file) {
        return Map.of(
                "file", file.id().value().toString(),
                "fileName", file.name(),
                "fileType", file.mediaType(),
                "fileSize", String.valueOf(file.size()),
                "fileHash", file.sha256());
    }

    InputStream open(UUID file) {
        return files.open(new FileId(file));
    }
}
