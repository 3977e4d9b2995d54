package org.giaoban.pageimport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;

/** Finds the place a text writes from: a line or a beginning of its own, else the first place its title or lead names. */
final class Places {

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}’']*";
    private static final Pattern DATELINE = Pattern.compile(
            "^[(\\[]?((?:(?:\\p{Lu}{2,}\\s+)?(?:xã|huyện|phường|thị trấn|thị xã|thành phố|tỉnh|TP\\.?|H\\.)\\s*)?"
                    + NAME + "(?:[ .-]" + NAME
                    + "){0,4})[)\\]]?\\s*(?:\\([^)]{1,20}\\))?\\s*[-–—]\\s+(?=[\\p{Lu}“\"])");
    private static final Pattern KICKER =
            Pattern.compile("^((?:(?:Xã|Huyện|Phường|Thị trấn|Thị xã|Thành phố|Tỉnh|TP\\.?|H\\.)\\s*)?" + NAME
                    + "(?:\\s" + NAME + "){0,3})\\s*:$");
    private static final Pattern PREFIX =
            Pattern.compile("^((?:(?:Xã|Huyện|Phường|Thị trấn|Thị xã|Thành phố|Tỉnh|TP\\.?|H\\.)\\s*)?" + NAME
                    + "(?:\\s" + NAME + "){1,3})\\s*[:–—]\\s+(?=[\\p{Lu}\\d“\"])");
    private static final Pattern NAMES = Pattern.compile("\\s*(" + NAME + "(?:\\s" + NAME + "){0,3})");
    private static final Pattern SYLLABLE =
            Pattern.compile("(NGH|NG|NH|TH|TR|CH|PH|KH|GH|GI|QU|[BCDĐGHKLMNPRSTVX])?[AEIOUY]{1,3}(NG|NH|CH|[CMNPT])?");
    private static final Pattern AGENCY = Pattern.compile(".*(VN|\\.vn|Báo|TTX).*");

    private record Named(int at, String name) {}

    /** The place and the text without it. */
    record Begun(String place, String rest) {}

    private final PageWords words;

    Places(PageWords words) {
        this.words = words;
    }

    /** "Mường Lay - Sáng 12/3 …": the place a paragraph begins with. */
    Optional<Begun> dateline(String text) {
        var hit = DATELINE.matcher(text);
        return hit.find() && hit.group(1).length() <= 40
                ? Optional.of(new Begun(
                        hit.group(1)
                                .replaceFirst(
                                        "^\\p{Lu}{2,}\\s+(?=\\p{Ll})(xã|huyện|phường|thị trấn|thị xã|thành phố|tỉnh)\\s+",
                                        "")
                                .strip(),
                        text.substring(hit.end()).strip()))
                : Optional.empty();
    }

    /** "Mường Lay:" on a line of its own above the title. */
    Optional<String> kicker(String line) {
        var hit = KICKER.matcher(line);
        return hit.matches() ? Optional.of(hit.group(1)) : Optional.empty();
    }

    /** "Mường Lay: Xây dựng …": a title that begins with a place. */
    Optional<Begun> prefix(String title) {
        var hit = PREFIX.matcher(title);
        return hit.find() && hit.group(1).length() <= 40
                ? Optional.of(new Begun(hit.group(1), title.substring(hit.end()).strip()))
                : Optional.empty();
    }

    /** Not a place but the sign of an office or a paper: "(TTXVN) - …". */
    boolean sign(String name) {
        return AGENCY.matcher(name).matches()
                || words.whole("signs", name)
                || name.matches("[A-ZĐ]{2,6}")
                        && !name.matches("(TP|TX|TT|H|X|P)[A-ZĐ]{2,4}")
                        && !SYLLABLE.matcher(name).matches();
    }

    /** The first place named with what it is, in the first of the texts that names one. */
    Optional<String> named(List<String> texts) {
        return texts.stream().map(this::named).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> named(String text) {
        var plain = VietnameseText.fold(text);
        var at = -1;
        var found = Optional.<String>empty();
        for (var word : words.folded("places")) {
            var hit = after(text, plain, word);
            if (hit.isPresent() && (at < 0 || hit.get().at() < at)) {
                at = hit.get().at();
                found = Optional.of(hit.get().name());
            }
        }
        return found;
    }

    /** In a text that shouts every word looks like a name: two syllables are most names. */
    private static String name(String text, String found) {
        if (!text.equals(text.toUpperCase(Locale.ROOT))) {
            return found;
        }
        return Stream.of(found.split(" "))
                .limit(2)
                .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private Optional<Named> after(String text, String plain, String word) {
        for (var from = plain.indexOf(word + " "); from >= 0; from = plain.indexOf(word + " ", from + 1)) {
            var hit = NAMES.matcher(text).region(Math.min(text.length(), from + word.length()), text.length());
            if ((from == 0 || !Character.isLetter(plain.charAt(from - 1)))
                    && hit.lookingAt()
                    && !hit.group(1).matches("(?:Khóa|Khoá|KHÓA|Số|Lần) .*|[IVXLC]+")) {
                return Optional.of(new Named(from, name(text, hit.group(1).replaceFirst(" [IVXLC]+$", ""))));
            }
        }
        return Optional.empty();
    }
}
