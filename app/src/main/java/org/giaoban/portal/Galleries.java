package org.giaoban.portal;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The galleries of texts that are being written. */
@Service
@Transactional
class Galleries {

    static final int MOST = 40;

    private final GalleryRepository repository;
    private final Articles articles;
    private final Pictures pictures;

    Galleries(GalleryRepository repository, Articles articles, Pictures pictures) {
        this.repository = repository;
        this.articles = articles;
        this.pictures = pictures;
    }

    @Transactional(readOnly = true)
    List<GalleryPicture> of(ArticleId article) {
        return repository.of(articles.writable(article).version().id());
    }

    /** A change of the pictures is a change of the text: whoever made it may not approve it. */
    void save(ArticleId article, int revision, List<GalleryPicture> gallery) {
        var whole = articles.writable(article);
        var ids = gallery.stream().map(GalleryPicture::media).collect(Collectors.toSet());
        if (!pictures.belong(ids, whole.article().unit())) {
            throw new NotFound(article);
        }
        articles.save(article, revision, whole.version().story());
        repository.replace(whole.version().id(), gallery);
    }
}
