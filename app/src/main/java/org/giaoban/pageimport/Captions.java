package org.giaoban.pageimport;

import java.util.regex.Pattern;
import org.giaoban.pageimport.Block.Kind;

/** Tells a line under a picture from a short paragraph and from a heading between paragraphs. */
final class Captions {

    private static final int LONGEST = 260;
    private static final int SENTENCE = 120;
    private static final double ENOUGH = 2.5;
    private static final Pattern PERSON = Pattern.compile(".*\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+( \\p{Lu}\\p{Ll}+)?.*");
    private static final Pattern NUMBERED = Pattern.compile("^([IVX]+|\\d{1,2}|[a-zđ]|[-+*•])[.)\\s].*");
    private static final Pattern CREDIT = Pattern.compile("(?iu)^(ảnh|nguồn ảnh|photo)\\s*:\\s*(.{2,60})$");

    private final Layout page;

    Captions(Layout page) {
        this.page = page;
    }

    boolean is(int index) {
        var block = page.at(index);
        if (block.kind() == Kind.TABLE
                || block.kind() == Kind.PICTURE
                || block.text().length() > LONGEST) {
            return false;
        }
        return block.words() >= 3 && !page.stamp(block) && marks(block) + words(block) + place(block, index) >= ENOUGH;
    }

    private double marks(Block block) {
        var score = block.kind() == Kind.CAPTION ? 5.0 : 0;
        score += page.words().named("captionNames", block.look().names()) ? 4 : 0;
        score += block.look().italic() ? 1 : 0;
        score += block.look().aside() ? 1 : 0;
        score -= block.look().level() > 0 ? 3 : 0;
        score -= block.look().bold() ? 1 : 0;
        return score;
    }

    private double words(Block block) {
        var text = block.text();
        var score = block.closed() && !text.endsWith(")") ? -1.5 : 1.0;
        score += page.words().begins("captions", text.replaceFirst("^\\(", "")) ? 1.5 : 0;
        score += page.words().begins("people", text) ? 1 : 0;
        var person = PERSON.matcher(text).matches();
        score += person && page.words().holds("captionVerbs", text) ? 1.5 : 0;
        score -= text.length() > 180 ? 1.5 : 0;
        score -= block.closed() && text.length() > SENTENCE ? 1 : 0;
        score -= text.endsWith(":")
                        || text.endsWith(";")
                        || NUMBERED.matcher(text).matches()
                ? 4
                : 0;
        return score;
    }

    private double place(Block block, int index) {
        var inside = index > page.span().from() && index < page.span().to();
        var score = inside && block.words() <= 30 ? 0.5 : 0;
        return score + (page.afterPicture(index) ? 2.5 : 0);
    }

    /** The words of a caption; a photographer's name alone is none. */
    static String text(String written) {
        var caption = written.matches("\\(.*[^(]\\)") ? written.substring(1, written.length() - 1) : written;
        var credit = CREDIT.matcher(caption);
        if (credit.matches()
                && credit.group(2).matches("[\\p{Lu}].{0,30}")
                && credit.group(2).split(" ").length <= 4) {
            return "";
        }
        return caption.replaceFirst("(?iu)^(chú thích ảnh|chú thích|trong ảnh|ảnh)\\s*:\\s*", "");
    }
}
