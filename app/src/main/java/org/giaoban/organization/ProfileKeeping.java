package org.giaoban.organization;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.ProfileTables.KindRow;
import org.giaoban.organization.ProfileTables.PostRow;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Kinds of units and posts in the hands of those who keep the whole tree: named, added, ended, never deleted. */
@Service
@Transactional
class ProfileKeeping {

    /** Everything the screen of kinds and posts shows. */
    record Shelf(
            List<KindRow> kinds,
            Map<String, List<String>> above,
            List<PostRow> posts,
            Map<String, List<String>> holders,
            LocalDate today,
            boolean keeps) {}

    private final ProfileTables tables;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ProfileKeeping(ProfileTables tables, Organization organization, Access access, Audit audit, Clock clock) {
        this.tables = tables;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Shelf shelf() {
        return new Shelf(
                tables.kinds(), tables.parents(today()), tables.posts(), tables.kindsOfPosts(), today(), keeps());
    }

    @Transactional(readOnly = true)
    KindRow kind(String code) {
        keeper();
        return tables.kind(code).orElseThrow(() -> new NotFound(code));
    }

    @Transactional(readOnly = true)
    PostRow post(String code) {
        keeper();
        return tables.post(code).orElseThrow(() -> new NotFound(code));
    }

    void add(ProfileForm form, UnitKind.Category category) {
        keeper();
        var kind = new KindRow(
                ProfileForm.text(form.code()),
                form.names(),
                category,
                tables.lastRank(),
                form.ticked(),
                DateRange.from(Objects.requireNonNull(form.start())),
                ProfileForm.text(form.source()));
        if (!tables.add(kind)) {
            throw new Refused("organization.kinds.taken", kind.code());
        }
        tables.addParents(kind.code(), form.chosen(), kind.valid());
        record("organization.kind-added", kind.code());
    }

    void changeKind(String code, ProfileForm form) {
        var kind = kind(code);
        var until = later(kind.valid(), form.until());
        if (until != null && tables.kindUsedAfter(code, until)) {
            throw new Refused("organization.kinds.in-use");
        }
        tables.change(code, form.names(), until, ProfileForm.text(form.source()));
        if (!form.chosen().isEmpty()) {
            var from = Objects.requireNonNull(form.start());
            if (from.isBefore(kind.valid().from()) || until != null && !from.isBefore(until)) {
                throw new Refused("organization.kinds.outside");
            }
            tables.addParents(code, form.chosen(), new DateRange(from, until));
        }
        record("organization.kind-changed", code);
    }

    void addPost(ProfileForm form) {
        keeper();
        var post = new PostRow(
                ProfileForm.text(form.code()),
                form.names(),
                Short.MAX_VALUE,
                form.ticked(),
                DateRange.from(Objects.requireNonNull(form.start())));
        if (!tables.add(post)) {
            throw new Refused("organization.kinds.taken", post.code());
        }
        tables.addKinds(post.code(), form.chosen());
        record("organization.post-added", post.code());
    }

    /** Kinds are only added: whoever holds the post in a unit of a kind keeps it. */
    void changePost(String code, ProfileForm form) {
        var post = post(code);
        var until = later(post.valid(), form.until());
        if (until != null && tables.postUsedAfter(code, until)) {
            throw new Refused("organization.kinds.post-in-use");
        }
        tables.change(code, form.names(), until);
        tables.addKinds(code, form.chosen());
        record("organization.post-changed", code);
    }

    private static @Nullable LocalDate later(DateRange valid, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(valid.from())) {
            throw new Refused("organization.kinds.before-start");
        }
        return until;
    }

    boolean keeps() {
        return organization
                .root(today())
                .filter(root -> access.allows(Capability.ORGANIZATION_EDIT, root.id()))
                .isPresent();
    }

    private void keeper() {
        if (!keeps()) {
            throw new NotFound("kinds");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void record(String act, String code) {
        var id = UUID.nameUUIDFromBytes(("profile " + code).getBytes(StandardCharsets.UTF_8));
        audit.record(act, new ObjectRef("profile", id), null, Map.of("code", code));
    }
}
