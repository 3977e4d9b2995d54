package org.giaoban.readers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.PublishedArticle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers write: nothing is public before somebody of the office has read it. */
@Service
@Transactional
class ReaderComments {

    static final int PAGE = 20;

    private final ReaderCommentRepository comments;
    private final ReaderRulebook rulebook;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final KeptPages pages;

    ReaderComments(
            ReaderCommentRepository comments,
            ReaderRulebook rulebook,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock,
            KeptPages pages) {
        this.comments = comments;
        this.rulebook = rulebook;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
        this.pages = pages;
    }

    /** False when so many wait already that nobody could read one more. */
    boolean write(PublishedArticle article, CommentForm form, WordList.Found found) {
        var most = rulebook.today().size().mostWaiting();
        if (comments.count(ReaderCommentRepository.in(Comment.State.WAITING), most) >= most) {
            return false;
        }
        var marks = String.join("\n", found.marked());
        comments.insert(article, new Comment.Written(form.author(), form.body(), marks, clock.instant()));
        return true;
    }

    @Transactional(readOnly = true)
    Slice<Comment> shown(ArticleId article, @Nullable String after, int size) {
        return Slice.of(comments.shown(article, Position.parse(after), size + 1), size, Comment::position);
    }

    /** Nobody counts further than a thousand. */
    @Transactional(readOnly = true)
    int shownCount(ArticleId article) {
        return comments.count(
                ReaderCommentRepository.of(article).and(ReaderCommentRepository.in(Comment.State.SHOWN)), 1000);
    }

    @Transactional(readOnly = true)
    Slice<Comment> list(Comment.State state, @Nullable String after) {
        var scope = access.scope(Capability.COMMENT_MODERATE);
        return Slice.of(comments.list(scope, state, Position.parse(after), PAGE + 1), PAGE, Comment::position);
    }

    /** How many wait for the viewer. */
    @Transactional(readOnly = true)
    int waiting() {
        if (!access.allowsAnywhere(Capability.COMMENT_MODERATE)) {
            return 0;
        }
        var scope = ReaderCommentRepository.in(access.scope(Capability.COMMENT_MODERATE));
        return comments.count(scope.and(ReaderCommentRepository.in(Comment.State.WAITING)), 1000);
    }

    void show(UUID id, String reply) {
        decide(id, Comment.State.WAITING, Comment.State.SHOWN, "readers.comment-shown");
        if (!reply.isEmpty()) {
            comments.reply(id, reply, hand());
        }
    }

    void refuse(UUID id) {
        decide(id, Comment.State.WAITING, Comment.State.REFUSED, "readers.comment-refused");
    }

    /** Takes a shown one from the page; it is erased with the refused ones. */
    void takeDown(UUID id) {
        decide(id, Comment.State.SHOWN, Comment.State.REFUSED, "readers.comment-taken-down");
    }

    void reply(UUID id, String text) {
        var comment = mine(id);
        if (comment.decision().state() != Comment.State.SHOWN) {
            throw new Refused("readers.comment.not-shown");
        }
        comments.reply(id, text, hand());
        told(comment, "readers.comment-replied");
    }

    private void decide(UUID id, Comment.State from, Comment.State to, String act) {
        var comment = mine(id);
        if (!comments.decide(id, from, to, hand())) {
            throw new Refused("readers.comment.decided");
        }
        told(comment, act);
    }

    private Comment mine(UUID id) {
        var comment = comments.find(id).orElseThrow(() -> new NotFound(id));
        if (!access.allows(Capability.COMMENT_MODERATE, comment.unit())) {
            throw new NotFound(id);
        }
        return comment;
    }

    private ReaderCommentRepository.Hand hand() {
        return new ReaderCommentRepository.Hand(viewer.get().name(), clock.instant());
    }

    private void told(Comment comment, String act) {
        audit.record(act, new ObjectRef("article", comment.article().value()), comment.unit(), Map.of());
        pages.changed();
    }

    List<Comment> newestWaiting(int most) {
        var scope = access.scope(Capability.COMMENT_MODERATE);
        return comments.list(scope, Comment.State.WAITING, null, most);
    }
}
