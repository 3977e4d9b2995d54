package org.giaoban.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A comment as typed. */
record CommentForm(String author, String body) {

    private static final int LONGEST_AUTHOR = 60;
    private static final int LONGEST_BODY = 2_000;

    static final CommentForm EMPTY = new CommentForm("", "");

    static CommentForm of(@Nullable String author, @Nullable String body) {
        return new CommentForm(Typed.line(author), Typed.text(body));
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (author.isEmpty()) {
            errors.put("author", Texts.text("readers.comment.author-missing"));
        } else if (author.length() > LONGEST_AUTHOR) {
            errors.put("author", Texts.text("readers.form.too-long", LONGEST_AUTHOR));
        }
        if (body.isEmpty()) {
            errors.put("body", Texts.text("readers.comment.body-missing"));
        } else if (body.length() > LONGEST_BODY) {
            errors.put("body", Texts.text("readers.form.too-long", LONGEST_BODY));
        }
        return errors;
    }
}
