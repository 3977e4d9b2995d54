package org.giaoban.pageimport;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.giaoban.files.Bundle;
import org.jspecify.annotations.Nullable;

/** A page that a browser saved into one file (.mht): a letter whose parts are the page and its pictures. */
final class WebArchive {

    private static final int MOST = 500;
    private static final int DEEPEST = 5;
    private static final int LARGEST = 12 << 20;
    private static final int HEAD = 4_000;

    private final List<Bundle.Item> files = new ArrayList<>();
    private Bundle.@Nullable Item page;
    private int seen;

    private WebArchive() {}

    /** By what it holds, for browsers differ in how they call it. */
    static boolean is(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return head.matches("(?s)\\s*[a-z-]+:.*") && head.contains("mime-version:") && head.contains("content-type:");
    }

    /** Empty when there is no page inside, or nothing that can be read. */
    static Optional<SavedPage> open(Bundle.Item file) {
        var archive = new WebArchive();
        try {
            archive.part(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(file.bytes())), 0);
        } catch (MessagingException | IOException broken) {
            return Optional.empty();
        }
        var page = archive.page;
        return page == null
                ? Optional.empty()
                : Optional.of(new SavedPage(
                        new Bundle.Item(file.name(), page.bytes()), FilesBeside.of(page.name(), archive.files)));
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++seen > MOST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                part(parts.getBodyPart(at), depth + 1);
            }
        } else if (page == null && (part.isMimeType("text/html") || part.isMimeType("application/xhtml+xml"))) {
            page = new Bundle.Item(place(part), bytes(part));
        } else if (part.isMimeType("image/*")) {
            picture(part);
        }
    }

    /** Pages call a picture by where it was, or by its number in the letter. */
    private void picture(Part part) throws MessagingException, IOException {
        var bytes = bytes(part);
        files.add(new Bundle.Item(place(part), bytes));
        if (part instanceof BodyPart && first(part, "Content-ID") instanceof String id) {
            files.add(new Bundle.Item("cid:" + id.replaceAll("[<>\\s]", ""), bytes));
        }
    }

    private static String place(Part part) throws MessagingException {
        return first(part, "Content-Location") instanceof String place ? place.replaceAll("\\s", "") : "";
    }

    private static @Nullable String first(Part part, String name) throws MessagingException {
        var values = part.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(LARGEST);
        }
    }
}
