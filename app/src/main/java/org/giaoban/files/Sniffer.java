package org.giaoban.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.files.ZipCheck.Entry;

/** Tells what a file is from its bytes; its name is never believed. */
final class Sniffer {

    static final int HEAD = 4096;

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private Sniffer() {}

    /** From the first bytes; an archive needs a second look with {@link #inside}. */
    static Optional<MediaType> head(byte[] head) {
        if (starts(head, "%PDF-")) {
            return Optional.of(MediaType.PDF);
        }
        if (starts(head, "PK\u0003\u0004")) {
            return Optional.of(MediaType.ZIP);
        }
        if (head.length >= 8 && Arrays.equals(head, 0, 8, OLE, 0, 8)) {
            return Optional.of(MediaType.OFFICE_97);
        }
        return picture(head).or(() -> sound(head)).or(() -> text(head));
    }

    private static Optional<MediaType> picture(byte[] head) {
        if (starts(head, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (starts(head, "\u00ff\u00d8\u00ff")) {
            return Optional.of(MediaType.JPEG);
        }
        if (starts(head, "GIF87a") || starts(head, "GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        return starts(head, "RIFF") && has(head, 8, "WEBP") ? Optional.of(MediaType.WEBP) : Optional.empty();
    }

    private static Optional<MediaType> sound(byte[] head) {
        if (starts(head, "ID3") || starts(head, "\u00ff\u00fb")) {
            return Optional.of(MediaType.MP3);
        }
        return has(head, 4, "ftyp") ? Optional.of(MediaType.MP4) : Optional.empty();
    }

    /** Plain text: UTF-8 without control characters that does not look like a page a browser would run. */
    private static Optional<MediaType> text(byte[] head) {
        if (head.length == 0) {
            return Optional.empty();
        }
        int end = head.length == HEAD ? wholeCharacters(head) : head.length;
        try {
            var decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(head, 0, end))
                    .toString();
            boolean plain = decoded.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
            return plain && !decoded.stripLeading().startsWith("<") ? Optional.of(MediaType.TEXT) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int wholeCharacters(byte[] head) {
        int end = head.length;
        while (end > head.length - 4 && (head[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return head[end - 1] < 0 ? end - 1 : end;
    }

    /** What an archive is, from its entries. */
    static MediaType inside(List<Entry> entries) {
        Set<String> names = entries.stream().map(Entry::name).collect(Collectors.toSet());
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml")) {
                return MediaType.DOCX;
            }
            if (names.contains("xl/workbook.xml")) {
                return MediaType.XLSX;
            }
            return names.contains("ppt/presentation.xml") ? MediaType.PPTX : MediaType.ZIP;
        }
        return MediaType.ZIP;
    }

    /** An OpenDocument archive says what it is in its first entry, stored in clear. */
    static Optional<MediaType> openDocument(byte[] head) {
        if (!has(head, 30, "mimetype")) {
            return Optional.empty();
        }
        for (var type : List.of(MediaType.ODT, MediaType.ODS, MediaType.ODP)) {
            if (has(head, 38, type.mime()) && !has(head, 38 + type.mime().length(), "-template")) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Programs hidden in a document. */
    static boolean macros(List<Entry> entries) {
        return entries.stream()
                .map(Entry::name)
                .anyMatch(name -> name.endsWith("vbaProject.bin")
                        || name.startsWith("xl/macrosheets/")
                        || name.startsWith("Basic/")
                        || name.startsWith("Scripts/"));
    }

    private static boolean starts(byte[] bytes, String magic) {
        return has(bytes, 0, magic);
    }

    private static boolean has(byte[] bytes, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
