package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.proofreading.Mend;
import org.giaoban.proofreading.Passage;
import org.giaoban.proofreading.Remark;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The remarks about an article as its writers see them; who approves reads along. */
@Component
@Transactional
class ProofPages {

    private static final int AROUND = 36;

    private final Articles articles;
    private final ArticleProof proof;
    private final Access access;

    ProofPages(Articles articles, ArticleProof proof, Access access) {
        this.articles = articles;
        this.proof = proof;
        this.access = access;
    }

    public record ProofPage(String href, String title, boolean editable, Remarks remarks) {}

    /** All remarks; live ones stand beside the editor, and who may not write only reads them. */
    public record Remarks(String href, boolean live, boolean acts, List<Line> lines) {

        long open() {
            return lines.stream().filter(line -> !line.seen()).count();
        }

        String summary() {
            var blocking = lines.stream().filter(Line::blocks).count();
            if (blocking > 0) {
                return Texts.text("portal.proof.summary-blocks", open(), blocking);
            }
            return open() == 0 ? Texts.text("portal.proof.clear") : Texts.text("portal.proof.summary", open());
        }
    }

    /** One remark with a little of the text around it. */
    public record Line(
            String key,
            String kind,
            boolean blocks,
            boolean seen,
            String before,
            String words,
            String after,
            String message,
            List<Offer> offers) {}

    /** One mend, as a button. */
    public record Offer(int number, String label, boolean binds) {}

    @Transactional(readOnly = true)
    public ProofPage page(ArticleId id) {
        var whole = articles.get(id);
        var state = whole.version().state();
        var acts = (state == Version.State.DRAFT || state == Version.State.RETURNED)
                && access.allows(Capability.ARTICLE_WRITE, whole.article().unit());
        var remarks = proof.remarks(id);
        var lines = lines(remarks, proof.passages(id), proof.seen(id));
        return new ProofPage(
                "/articles/" + id,
                whole.version().story().title(),
                acts,
                new Remarks("/articles/" + id, false, acts, lines));
    }

    @Transactional(readOnly = true)
    public Remarks live(ArticleId id, ArticleForm form, LabelsForm labels) {
        var whole = articles.writable(id);
        var words = ArticleWords.of(form, labels, proof.gallery(whole.version()));
        var remarks = proof.remarks(proof.matter(whole), words, told(form));
        return new Remarks("/articles/" + id, true, true, lines(remarks, words.passages(), proof.seen(id)));
    }

    ProofController.Mended mended(ArticleId id, ArticleForm form, LabelsForm labels, String key, int mend) {
        var whole = articles.writable(id);
        var unit = whole.article().unit();
        var words = ArticleWords.of(form, labels, proof.gallery(whole.version()));
        var remark = proof.remarks(proof.matter(whole), words, told(form)).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("portal.proof.gone"));
        var part = words.passages().get(remark.place().passage()).part();
        return new ProofController.Mended(
                part, proof.mended(unit, words, remark, mend).of(part));
    }

    private static boolean told(ArticleForm form) {
        return form.media() == null
                || Boolean.TRUE.equals(form.withoutPicture())
                || !form.text("alt").isEmpty();
    }

    private static List<Line> lines(List<Remark> remarks, List<Passage> passages, Set<UUID> seen) {
        return remarks.stream()
                .map(remark -> line(
                        remark,
                        passages.get(remark.place().passage()),
                        !remark.blocks() && seen.contains(UUID.fromString(remark.key()))))
                .toList();
    }

    private static Line line(Remark remark, Passage passage, boolean seen) {
        var text = passage.text();
        var place = remark.place();
        var from = Math.max(0, place.from() - AROUND);
        var to = Math.min(text.length(), place.to() + AROUND);
        var nowhere = place.to() == 0;
        return new Line(
                remark.key(),
                remark.kind().label(),
                remark.blocks(),
                seen,
                nowhere ? "" : (from > 0 ? "…" : "") + text.substring(from, place.from()),
                remark.words(),
                nowhere ? "" : text.substring(place.to(), to) + (to < text.length() ? "…" : ""),
                remark.message(),
                passage.part().equals(ArticleWords.GALLERY) ? List.of() : offers(remark));
    }

    private static List<Offer> offers(Remark remark) {
        var offers = new ArrayList<Offer>();
        for (var at = 0; at < remark.mends().size(); at++) {
            offers.add(new Offer(
                    at, label(remark.mends().get(at)), remark.mends().get(at).figure() != null));
        }
        return offers;
    }

    private static String label(Mend mend) {
        if (mend.figure() != null) {
            return Texts.text("portal.proof.bind", mend.text());
        }
        return mend.text().isEmpty()
                ? Texts.text("portal.proof.delete")
                : Texts.text("portal.proof.replace", mend.text());
    }
}
