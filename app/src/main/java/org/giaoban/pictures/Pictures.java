package org.giaoban.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of all pages: checked and drawn anew when they come, handed out to whoever may see them. */
@Service
public class Pictures {

    private static final int PREVIEW = 640;

    private final PictureRepository repository;
    private final Studio studio;
    private final List<PictureUse> uses;
    private final Access access;
    private final Clock clock;

    Pictures(PictureRepository repository, Studio studio, List<PictureUse> uses, Access access, Clock clock) {
        this.repository = repository;
        this.studio = studio;
        this.uses = uses;
        this.access = access;
        this.clock = clock;
    }

    /** Keeps the picture for the unit, or finds the one that is there; drawn before anything is written. */
    public UUID add(UnitId unit, Upload upload) {
        access.require(Capability.ARTICLE_WRITE, unit);
        var sha256 = sha256(upload.bytes());
        return repository.wanted(unit, sha256, clock.instant()).orElseGet(() -> {
            var made = studio.copies(upload);
            var fresh = new PictureRepository.Fresh(Uuid7.next(), unit, sha256, clock.instant());
            return repository.insert(fresh, made)
                    ? fresh.id()
                    : repository.bySha256(unit, sha256).orElseThrow();
        });
    }

    /** Whether all of these are the unit's own pictures, so that its texts may show them. */
    @Transactional(readOnly = true)
    public boolean belong(Set<UUID> ids, UnitId unit) {
        return ids.isEmpty() || repository.count(ids, unit) == ids.size();
    }

    /** What pages need to show these pictures; those that do not exist are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Copies> copies(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : repository.copies(ids);
    }

    /** A small copy inside the address itself, for a reader without an account whose right was checked by the caller. */
    @Transactional(readOnly = true)
    public Optional<String> inline(UUID id) {
        return repository
                .copy(id, Studio.Copy.JPEG, PREVIEW)
                .map(copy -> "data:" + copy.mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(copy.content()));
    }

    /** How somebody may see a picture: like everybody, or as somebody who works on the unit's texts. */
    enum Sight {
        EVERYBODY,
        EDITORS,
        NOBODY
    }

    @Transactional(readOnly = true)
    Sight sight(UUID id) {
        var owner = repository.unit(id);
        if (owner.isEmpty()) {
            return Sight.NOBODY;
        }
        if (uses.stream().anyMatch(use -> use.open(id, owner.get()))) {
            return Sight.EVERYBODY;
        }
        return works(owner.get()) ? Sight.EDITORS : Sight.NOBODY;
    }

    private boolean works(UnitId unit) {
        return access.allows(Capability.ARTICLE_WRITE, unit) || access.allows(Capability.ARTICLE_APPROVE, unit);
    }

    @Transactional(readOnly = true)
    Optional<Studio.Copy> copy(UUID id, String mediaType, int wide) {
        return repository.copy(id, mediaType, wide);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
