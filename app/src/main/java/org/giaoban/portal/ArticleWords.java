package org.giaoban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.proofreading.Mend;
import org.giaoban.proofreading.Passage;
import org.giaoban.proofreading.Remark;

/**
 * The words of an article as they are read for mistakes, and how one of them is put right.
 *
 * @param fields the short ones by name, in the order they are read in
 * @param gallery the pictures behind the text; their words are mended on a page of their own
 */
record ArticleWords(Map<String, String> fields, String body, List<GalleryPicture> gallery) {

    static final String BODY = "body";
    static final String GALLERY = "gallery";

    private static final List<String> FIELDS = List.of("title", "lead", "caption", "kicker", "alt");

    static ArticleWords of(Version.Story story, List<GalleryPicture> gallery) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", story.title());
        fields.put("lead", story.lead());
        fields.put("caption", story.picture().caption());
        fields.put("kicker", story.labels().kicker());
        fields.put("alt", story.picture().alt());
        return new ArticleWords(fields, story.body(), gallery);
    }

    /** As typed; the gallery is kept already. */
    static ArticleWords of(ArticleForm form, LabelsForm labels, List<GalleryPicture> gallery) {
        var fields = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> fields.put(name, name.equals("kicker") ? labels.text(name) : form.text(name)));
        return new ArticleWords(fields, ArticleHtml.clean(form.text(BODY)), gallery);
    }

    List<Passage> passages() {
        var passages = new ArrayList<Passage>();
        fields.forEach((name, text) -> passages.add(Passage.of(name, text)));
        passages.addAll(BodyText.of(body).passages());
        for (var picture : gallery) {
            passages.add(Passage.of(GALLERY, picture.caption()));
            passages.add(Passage.of(GALLERY, picture.alt()));
        }
        return passages;
    }

    /** Whether the remark is about the pictures behind the text. */
    boolean aboutGallery(Remark remark) {
        return remark.place().passage() >= passages().size() - 2 * gallery.size();
    }

    /** With the mend in the remark's place; where a figure is to be bound, {@code html} is the bound figure. */
    ArticleWords mended(Remark remark, Mend mend, String html) {
        var place = remark.place();
        if (place.passage() >= FIELDS.size()) {
            var text = BodyText.of(body);
            text.put(place.passage() - FIELDS.size(), place.from(), place.to(), html);
            return new ArticleWords(fields, ArticleHtml.clean(text.html()), gallery);
        }
        var changed = new LinkedHashMap<>(fields);
        changed.computeIfPresent(FIELDS.get(place.passage()), (name, text) -> put(text, remark, mend));
        return new ArticleWords(changed, body, gallery);
    }

    private static String put(String text, Remark remark, Mend mend) {
        var place = remark.place();
        return text.substring(0, place.from()) + mend.text() + text.substring(place.to());
    }

    /** Only the body can carry bound figures. */
    boolean binds(Remark remark) {
        return remark.place().passage() >= FIELDS.size() && !aboutGallery(remark);
    }

    String of(String part) {
        return Objects.requireNonNullElse(fields.get(part), body);
    }
}
