package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.pageimport.Block.Kind;
import org.giaoban.pageimport.Block.Look;

/** The lines of a plain text; lines that were only broken to fit a width become paragraphs again. */
final class PlainBlocks {

    private static final int MOST = 20_000;
    private static final int NARROWEST = 45;
    private static final int WIDEST = 120;
    private static final int RAGGED = 25;
    private static final Pattern PICTURE = Pattern.compile("\\[?!\\[[^\\[\\]]*]\\([^)]*\\)(]\\([^)]*\\))?");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{0,300}+)]\\([^)\\[\\s]{1,2000}+\\)");

    private PlainBlocks() {}

    static List<Block> of(String text) {
        var groups = groups(text);
        var width = width(groups);
        var blocks = new ArrayList<Block>();
        for (var group : groups) {
            for (var line : width == 0 ? group : joined(group, width)) {
                if (blocks.size() < MOST) {
                    blocks.add(block(line));
                }
            }
        }
        return blocks;
    }

    /** Programs that save pages as text mark pictures, links and headings with signs. */
    private static Block block(String line) {
        if (PICTURE.matcher(line).matches()) {
            return Block.line(Kind.PICTURE, "");
        }
        var links = LINK.matcher(line).replaceAll("");
        var bare =
                LINK.matcher(line).replaceAll("$1").replaceAll("\\*\\*|__", "").strip();
        var italic = bare.matches("[*_][^*_]+[*_]");
        bare = italic ? bare.substring(1, bare.length() - 1) : bare;
        var heading = bare.startsWith("#")
                ? bare.length() - bare.replaceFirst("^#{1,6}", "").length()
                : 0;
        var onlyLinks = links.length() < line.length() && links.chars().noneMatch(Character::isLetter);
        var bold = line.startsWith("**") && line.endsWith("**");
        if (heading == 0 && !onlyLinks && !bold && !italic) {
            return Block.line(Kind.TEXT, bare);
        }
        var look = new Look(heading, onlyLinks ? 1 : 0, bold, italic, false, "");
        return new Block(heading > 0 ? Kind.HEADING : Kind.TEXT, bare.replaceFirst("^#+\\s*", ""), look, null);
    }

    private static List<List<String>> groups(String text) {
        var groups = new ArrayList<List<String>>();
        var group = new ArrayList<String>();
        for (var line : text.split("\\R|\\u000B|\\f")) {
            var clean = HtmlBlocks.clean(line);
            if (!clean.isEmpty()) {
                group.add(clean);
            } else if (!group.isEmpty()) {
                groups.add(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    /** The width at which the lines were broken, 0 when they were not. */
    private static int width(List<List<String>> groups) {
        var inner = groups.stream()
                .flatMap(group -> group.subList(0, group.size() - 1).stream())
                .map(String::length)
                .toList();
        var widest = groups.stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        var full = inner.stream().filter(length -> length > widest - RAGGED).count();
        return widest >= NARROWEST && widest <= WIDEST && full >= 4 && full * 10 >= inner.size() * 6L ? widest : 0;
    }

    private static List<String> joined(List<String> group, int width) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (var line : group) {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            if (line.length() <= width - RAGGED) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }
}
