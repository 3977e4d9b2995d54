package org.giaoban.portal;

import java.util.UUID;
import org.giaoban.platform.Refused;
import org.giaoban.proofreading.Remark;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands an article on to the second person, once every remark about it is mended or has been looked at. */
@Service
@Transactional
class Submission {

    private final Articles articles;
    private final ArticleProof proof;

    Submission(Articles articles, ArticleProof proof) {
        this.articles = articles;
        this.proof = proof;
    }

    void submit(ArticleId id) {
        articles.submit(id);
        var seen = proof.seen(id);
        var open = proof.remarks(id).stream()
                .filter(remark -> remark.blocks() || !seen.contains(UUID.fromString(remark.key())))
                .toList();
        open.stream().filter(Remark::blocks).findFirst().ifPresent(remark -> {
            throw new Refused("portal.proof.blocks", remark.message());
        });
        if (!open.isEmpty()) {
            throw new Refused("portal.proof.unseen", open.size());
        }
    }
}
