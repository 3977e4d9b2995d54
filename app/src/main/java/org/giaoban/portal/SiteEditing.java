package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands around every public page, in the hands of those who let articles out for the whole organisation. */
@Service
@Transactional
class SiteEditing {

    private static final ObjectRef SITE =
            new ObjectRef("site", UUID.nameUUIDFromBytes("site".getBytes(StandardCharsets.UTF_8)));

    private final SiteRepository site;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final KeptPages pages;

    SiteEditing(
            SiteRepository site, Organization organization, Access access, Audit audit, Clock clock, KeptPages pages) {
        this.site = site;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.pages = pages;
    }

    @Transactional(readOnly = true)
    SiteForm open() {
        door();
        return SiteForm.of(site.imprint(), site.links());
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history() {
        door();
        return audit.history(SITE);
    }

    @Transactional(readOnly = true)
    boolean allowed() {
        return organization
                .root(LocalDate.now(clock))
                .filter(root -> access.allows(Capability.ARTICLE_APPROVE, root.id()))
                .isPresent();
    }

    void save(SiteForm form) {
        var root = door();
        site.replaceImprint(form.imprint());
        site.replaceLinks(form.links());
        pages.changed();
        audit.record(
                "portal.site-changed", SITE, root, Map.of("links", form.links().size()));
    }

    private UnitId door() {
        var root = organization.root(LocalDate.now(clock)).orElseThrow(() -> new NotFound("root"));
        access.require(Capability.ARTICLE_APPROVE, root.id());
        return root.id();
    }
}
