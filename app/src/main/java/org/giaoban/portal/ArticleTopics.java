package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.TOPIC;

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
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of topics, in the hands of those who let articles out for the whole organisation. */
@Service
@Transactional
class ArticleTopics {

    private static final ObjectRef TOPICS =
            new ObjectRef("topics", UUID.nameUUIDFromBytes("topics".getBytes(StandardCharsets.UTF_8)));

    private final DSLContext db;
    private final Neighbours neighbours;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final KeptPages pages;
    private final Clock clock;

    ArticleTopics(
            DSLContext db,
            Neighbours neighbours,
            Organization organization,
            Access access,
            Audit audit,
            KeptPages pages,
            Clock clock) {
        this.db = db;
        this.neighbours = neighbours;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Topic> all() {
        door();
        return neighbours.topics();
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history() {
        door();
        return audit.history(TOPICS);
    }

    /** Writes what was sent; a topic that others added in the meantime stays. */
    void save(TopicForm form) {
        var root = door();
        var position = 0;
        for (var row : form.rows()) {
            add(new Topic(code(row), row.nameVi(), row.nameEn(), row.closed()), position++);
        }
        pages.changed();
        audit.record(
                "portal.topics-changed",
                TOPICS,
                root,
                Map.of("topics", form.rows().size()));
    }

    private static String code(TopicForm.Row row) {
        if (!row.code().isEmpty()) {
            return row.code();
        }
        var slug = VietnameseText.slug(row.nameVi());
        var code = slug.isEmpty() ? "chu-de" : slug;
        return code.substring(0, Math.min(code.length(), 60));
    }

    /** Adds a topic or gives the one of this code other words. */
    void add(Topic topic, int position) {
        db.insertInto(TOPIC)
                .set(TOPIC.CODE, topic.code())
                .set(TOPIC.NAME_VI, topic.nameVi())
                .set(TOPIC.NAME_EN, topic.nameEn())
                .set(TOPIC.CLOSED, topic.closed())
                .set(TOPIC.POSITION, (short) position)
                .onConflict(TOPIC.CODE)
                .doUpdate()
                .set(TOPIC.NAME_VI, topic.nameVi())
                .set(TOPIC.NAME_EN, topic.nameEn())
                .set(TOPIC.CLOSED, topic.closed())
                .set(TOPIC.POSITION, (short) position)
                .execute();
    }

    private UnitId door() {
        var root = organization.root(LocalDate.now(clock)).orElseThrow(() -> new NotFound("root"));
        access.require(Capability.ARTICLE_APPROVE, root.id());
        return root.id();
    }
}
