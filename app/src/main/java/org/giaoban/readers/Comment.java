package org.giaoban.readers;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.portal.ArticleId;
import org.jspecify.annotations.Nullable;

/** What a reader wrote under an article, and what the office said to it. */
record Comment(UUID id, ArticleId article, UnitId unit, Written written, Decision decision, Reply reply) {

    /** How far it has come. */
    enum State {
        WAITING,
        SHOWN,
        REFUSED;

        String words() {
            return Texts.text("readers.state." + name().toLowerCase(Locale.ROOT));
        }

        String tone() {
            return switch (this) {
                case WAITING -> "waiting";
                case SHOWN -> "done";
                case REFUSED -> "late";
            };
        }
    }

    /** The reader's part. */
    record Written(String author, String body, String marks, Instant at) {

        List<String> lines() {
            return body.lines().filter(line -> !line.isBlank()).toList();
        }

        List<String> found() {
            return Arrays.stream(marks.split("\n"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        String on() {
            return Formats.dateTime(at);
        }
    }

    /** The moderator's part. */
    record Decision(
            State state, @Nullable Instant at, @Nullable String by) {

        String on() {
            return Formats.dateTime(at);
        }
    }

    /** The office's part; empty when it said nothing. */
    record Reply(
            String text, @Nullable Instant at, @Nullable String by) {

        boolean given() {
            return !text.isEmpty();
        }

        String on() {
            return Formats.dateTime(at);
        }

        List<String> lines() {
            return text.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** Its place in a list, the newest first. */
    String position() {
        return written.at() + "_" + id;
    }
}
