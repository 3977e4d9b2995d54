package org.giaoban.proofreading;

import java.util.Map;
import java.util.Optional;

/** A title as the post and the body it is held in, both as keys of their words. */
record Title(String post, String body) {

    /** Empty when the words do not begin with a post. */
    static Optional<Title> of(String words, Rules.Posts posts) {
        var keys = spelt(Token.keys(words), posts.shortened());
        return posts.heads().stream()
                .filter(head -> keys.equals(head) || keys.startsWith(head + " "))
                .findFirst()
                .map(head -> new Title(head, keys.substring(head.length()).strip()));
    }

    private static String spelt(String keys, Map<String, String> shortened) {
        var spelt = " " + keys + " ";
        for (var each : shortened.entrySet()) {
            spelt = spelt.replace(" " + each.getKey() + " ", " " + Token.keys(each.getValue()) + " ");
        }
        return spelt.strip();
    }

    /** "Phó Bí thư" says less than "Phó Bí thư Thường trực Huyện ủy", not something else. */
    boolean agrees(Title registered) {
        return (post.equals(registered.post) || registered.post.startsWith(post + " "))
                && (body.isEmpty() || registered.body.isEmpty() || sameBody(registered));
    }

    boolean sameBody(Title other) {
        return body.startsWith(other.body) || other.body.startsWith(body);
    }
}
