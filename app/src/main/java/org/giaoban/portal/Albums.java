package org.giaoban.portal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.pictures.Copies;
import org.giaoban.pictures.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the pictures of a text together for whoever reads it. */
@Component
@Transactional(readOnly = true)
class Albums {

    private final GalleryRepository galleries;
    private final Pictures pictures;

    Albums(GalleryRepository galleries, Pictures pictures) {
        this.galleries = galleries;
        this.pictures = pictures;
    }

    /** As visitors see it. */
    Album published(ArticleId article, Version.Picture first) {
        return album(first, galleries.published(article));
    }

    Album of(Version version) {
        return album(version.story().picture(), galleries.of(version.id()));
    }

    /** Small copies for a reader without an account, to whom the addresses of the pictures say nothing yet. */
    Map<UUID, String> inside(Album album) {
        var inside = new HashMap<UUID, String>();
        Stream.concat(Stream.ofNullable(album.first()), album.gallery().stream())
                .map(each -> each.copies().id())
                .forEach(id -> pictures.inline(id).ifPresent(data -> inside.put(id, data)));
        return inside;
    }

    private Album album(Version.Picture first, List<GalleryPicture> gallery) {
        var ids = new HashSet<UUID>();
        gallery.forEach(each -> ids.add(each.media()));
        if (first.media() != null) {
            ids.add(first.media());
        }
        var copies = pictures.copies(ids);
        return new Album(
                view(copies, first.media(), first.caption(), first.alt()),
                gallery.stream()
                        .flatMap(each -> Stream.ofNullable(view(copies, each.media(), each.caption(), each.alt())))
                        .toList());
    }

    private static @Nullable PictureView view(
            Map<UUID, Copies> copies, @Nullable UUID media, String caption, String alt) {
        var known = media == null ? null : copies.get(media);
        return known == null ? null : new PictureView(known, caption, alt);
    }
}
