package org.giaoban.pageimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.pageimport.Block.Kind;
import org.giaoban.pageimport.Block.Look;

/** Tells what stands around a text (tools, menus, imprint, places of pictures) from the text. */
final class Around {

    private static final int LONG_LINE = 80;
    private static final int SENTENCE = 45;
    private static final int TOOL_WORDS = 9;
    private static final int REPEATED_WORDS = 4;
    private static final int CONTACT_WORDS = 14;
    private static final Pattern FILE_LIKE = Pattern.compile("\\d{8}|\\.(?:jpe?g|png|gif|bmp|webp)\\b|_\\d");
    private static final Pattern JOINED = Pattern.compile("[a-z][A-Z][a-z]");
    private static final Pattern CONTACT =
            Pattern.compile("[\\w.]@[\\w.]+\\.\\w{2}|\\(?0\\d{2,4}\\)?[ .]*\\d[\\d .]{5}|https?://|www\\.");

    private final PageWords words;
    private final boolean vietnamese;
    private final Map<String, Integer> said = new HashMap<>();

    Around(PageWords words, List<Block> blocks) {
        this.words = words;
        var letters = new StringBuilder();
        blocks.stream().limit(400).forEach(block -> letters.append(block.text()).append(' '));
        var marked = letters.chars().filter(c -> c > 0xBF).count();
        this.vietnamese = marked * 20 > letters.length();
        blocks.forEach(block -> said.merge(block.text(), 1, Integer::sum));
    }

    /** Whether sentences stand in it. */
    boolean prose(Block block) {
        if (block.kind() == Kind.PICTURE || block.kind() == Kind.CAPTION || block.kind() == Kind.TABLE) {
            return false;
        }
        if (block.look().links() > 0.35
                || block.look().level() == 1
                || tool(block)
                || imprint(block)
                || contact(block)
                || link(block)) {
            return false;
        }
        var length = block.text().length();
        var sentences = block.text().matches("(?s).*[.,;:…!?].*");
        return length >= 2 * LONG_LINE && sentences
                || length >= LONG_LINE && (block.closed() || block.text().matches("(?s).*[.;…][”\")]?\\s.*"))
                || length >= SENTENCE && block.closed() && block.words() >= 8;
    }

    boolean tool(Block block) {
        var text = block.text();
        return block.kind() != Kind.TABLE
                && (text.length() < 2
                        || text.chars().noneMatch(Character::isLetter)
                        || block.words() <= TOOL_WORDS && words.whole("tools", text)
                        || block.words() <= REPEATED_WORDS && repeated(text));
    }

    private boolean repeated(String text) {
        return said.getOrDefault(text, 0) > 2;
    }

    /** Whether the page begins to speak of something else here. */
    boolean end(Block block) {
        var text = block.text();
        return block.words() <= 8
                && (words.whole("ends", text)
                        || text.length() <= 30 && text.endsWith(":") && words.begins("ends", text));
    }

    boolean imprint(Block block) {
        return block.text().length() <= 250 && words.begins("imprint", block.text());
    }

    private static boolean contact(Block block) {
        return block.words() <= CONTACT_WORDS
                && block.text().length() <= 200
                && CONTACT.matcher(block.text()).find();
    }

    /** A picture, or the words that stand in a plain text where one was. */
    boolean picture(Block block) {
        return block.kind() == Kind.PICTURE || block.look() == Look.PLAIN && !tool(block) && placeholder(block.text());
    }

    private boolean placeholder(String text) {
        if (!vietnamese || text.length() > 120) {
            return false;
        }
        var foreign = text.equals(VietnameseText.fold(text)) || text.chars().allMatch(c -> c < 0x80);
        return foreign
                && text.chars().anyMatch(Character::isLetter)
                && text.split(" ").length <= 8
                && !text.matches(".*[.:;,!?]$")
                && (JOINED.matcher(text).find()
                        || FILE_LIKE.matcher(text).find()
                        || !text.matches("\\p{Lu}.* .*") && !text.matches("\\p{Lu}\\p{Ll}+")
                        || text.matches("\\S+-\\S+-\\S+"));
    }

    /** A line that begins as a picture's place and goes on: a link to another page. */
    boolean pictureLink(Block block) {
        return block.look() == Look.PLAIN
                && vietnamese
                && block.text().matches("[\\x00-\\x7F]{0,40}\\d{8,}[\\x00-\\x7F]* .*\\p{L}.*")
                && !placeholder(block.text());
    }

    private boolean link(Block block) {
        var text = block.text();
        return text.length() <= 200 && (text.startsWith(">>") || text.startsWith("»") || words.begins("links", text));
    }

    /** Nothing that could be part of a text. */
    boolean stray(Block block) {
        return tool(block)
                || end(block)
                || imprint(block)
                || contact(block)
                || picture(block)
                || pictureLink(block)
                || link(block)
                || block.look().links() > 0.6 && block.kind() != Kind.TABLE && !block.closed();
    }
}
