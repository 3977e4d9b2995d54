package org.giaoban.pageimport;

import java.util.regex.Pattern;

/** How people sign: names alone or joined, signs of a few letters, a name and what its bearer is. */
final class Signatures {

    /** Letters are never given back: a long word could be cut into names in more ways than there is time for. */
    static final String PART = "(?:\\p{Lu}[\\p{L}\\p{M}]*+\\.?)";

    private static final Pattern NAMES =
            Pattern.compile(PART + "(?:\\s?" + PART + "){0,4}(?:\\s*(?:[-–—,&/]|và|\\s)\\s*" + PART + "(?:\\s?" + PART
                    + "){0,4}){0,3}(?:\\s*\\([^)]{2,40}\\))?");
    private static final Pattern SIGN = Pattern.compile("[A-ZĐ](?:[.-]?[A-ZĐ]){0,4}\\.?");
    private static final Pattern NAMED_ROLE =
            Pattern.compile(PART + "(?:\\s" + PART + "){1,4}\\s*(?:[-–—,/]|\\()\\s*(\\p{L}.{1,60})");
    private static final Pattern DEED =
            Pattern.compile("(?iu)\\s+\\(?(?:thực hiện|lược ghi|ghi|tổng hợp|sưu tầm)\\)?$");

    private Signatures() {}

    static boolean person(String written, boolean marked) {
        var text = DEED.matcher(written).replaceFirst("");
        var words = text.split("[\\s–-]+").length;
        return text.length() <= 70
                && words <= 12
                && (words >= 2 || marked)
                && NAMES.matcher(text).matches();
    }

    static boolean signed(String text, boolean next) {
        return next && text.length() > 1 && SIGN.matcher(text).matches();
    }

    /** "Lê Thị Mơ - Phó Chánh Văn phòng": a name and what its bearer is, but no deed as in a caption. */
    static boolean withRole(String text, PageWords words) {
        var hit = NAMED_ROLE.matcher(text);
        return hit.matches()
                && !text.endsWith(".")
                && words.begins("roles", hit.group(1))
                && !words.holds("captionVerbs", text);
    }
}
