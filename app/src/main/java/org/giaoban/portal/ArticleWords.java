package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.proofreading.Mend;
import org.giaoban.proofreading.Passage;
import org.giaoban.proofreading.Remark;

/** The words of an article as they are read for mistakes, and how one of them is put right. */
record ArticleWords(String title, String lead, String caption, String body) {

    static final String BODY = "body";

    private static final int BEFORE_BODY = 3;

    static ArticleWords of(Version.Story story) {
        return new ArticleWords(story.title(), story.lead(), story.picture().caption(), story.body());
    }

    static ArticleWords of(ArticleForm form) {
        return new ArticleWords(
                form.text("title"), form.text("lead"), form.text("caption"), ArticleHtml.clean(form.text("body")));
    }

    List<Passage> passages() {
        var passages = new ArrayList<>(
                List.of(Passage.of("title", title), Passage.of("lead", lead), Passage.of("caption", caption)));
        passages.addAll(BodyText.of(body).passages());
        return passages;
    }

    /** With the mend in the remark's place; where a figure is to be bound, {@code html} is the bound figure. */
    ArticleWords mended(Remark remark, Mend mend, String html) {
        var place = remark.place();
        return switch (place.passage()) {
            case 0 -> new ArticleWords(put(title, remark, mend), lead, caption, body);
            case 1 -> new ArticleWords(title, put(lead, remark, mend), caption, body);
            case 2 -> new ArticleWords(title, lead, put(caption, remark, mend), body);
            default -> {
                var text = BodyText.of(body);
                text.put(place.passage() - BEFORE_BODY, place.from(), place.to(), html);
                yield new ArticleWords(title, lead, caption, ArticleHtml.clean(text.html()));
            }
        };
    }

    private static String put(String text, Remark remark, Mend mend) {
        var place = remark.place();
        return text.substring(0, place.from()) + mend.text() + text.substring(place.to());
    }

    /** Only the body can carry bound figures. */
    boolean binds(Remark remark) {
        return remark.place().passage() >= BEFORE_BODY;
    }

    String of(String part) {
        return switch (part) {
            case "title" -> title;
            case "lead" -> lead;
            case "caption" -> caption;
            default -> body;
        };
    }
}
