package org.giaoban.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The uploads of all modules. Who may read one is decided by the module that owns it. */
@Service
@Transactional
public class Files {

    private static final int NAME = 200;

    private final Shelf shelf;
    private final UploadScan scan;
    private final StoredFileRepository repository;
    private final CurrentViewer viewer;
    private final Clock clock;

    Files(Shelf shelf, UploadScan scan, StoredFileRepository repository, CurrentViewer viewer, Clock clock) {
        this.shelf = shelf;
        this.scan = scan;
        this.repository = repository;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Streams, types, checks and keeps an upload; refuses in plain words what is too big, of no use here, a bomb, or infected. */
    public StoredFile store(Upload upload, FileOwner owner, UnitId unit) {
        String name = plainName(upload.name());
        var received = shelf.receive(name, upload.content());
        try {
            var type = type(name, received);
            scan.check(name, received);
            var now = clock.instant();
            // The row is locked before the bytes move, see the sweep.
            repository.content(received, type, now);
            shelf.keep(received);
            var file = new StoredFile(FileId.next(), name, type.mime(), received.size(), received.sha256(), now);
            repository.insert(file, owner, unit, viewer.get().account());
            return file;
        } finally {
            shelf.discard(received);
        }
    }

    private static MediaType type(String name, Received received) {
        var type = Sniffer.head(received.head()).orElseThrow(() -> new Refused("files.type", name));
        if (type != MediaType.ZIP) {
            return type;
        }
        try (var in = java.nio.file.Files.newInputStream(received.temporary())) {
            var entries = ZipCheck.inspect(in, received.size(), ZipCheck.Limits.DOCUMENT);
            if (Sniffer.macros(entries)) {
                throw new Refused("files.macros", name);
            }
            return Sniffer.openDocument(received.head()).orElseGet(() -> Sniffer.inside(entries));
        } catch (UnsafeZip e) {
            throw new Refused("files.zip." + e.why().name(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plainName(String given) {
        String name = VietnameseText.nfc(given)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}|\\p{Cf}", "")
                .strip();
        if (name.isEmpty()) {
            return "tep";
        }
        return name.length() <= NAME ? name : name.substring(name.length() - NAME);
    }

    /** All files of one object, oldest first (at most 200). The caller has already checked the viewer's right. */
    @Transactional(readOnly = true)
    public List<StoredFile> of(FileOwner owner) {
        return repository.of(owner);
    }

    @Transactional(readOnly = true)
    public StoredFile get(FileId id) {
        return repository.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** The bytes; the caller closes the stream. No check of rights: pages go through /files/{id}. */
    @Transactional(readOnly = true)
    public InputStream open(FileId id) {
        return shelf.open(get(id).sha256());
    }

    /** Takes one file away from its owner; the bytes go with the next sweep when nobody else holds them. */
    public void remove(FileId id) {
        repository.delete(id);
    }

    @Transactional(readOnly = true)
    FileOwner owner(FileId id) {
        return repository.owner(id).orElseThrow(() -> new NotFound(id));
    }
}
