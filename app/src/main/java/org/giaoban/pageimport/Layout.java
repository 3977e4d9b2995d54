package org.giaoban.pageimport;

import java.util.List;
import java.util.stream.IntStream;

/** A page in blocks, with the place of its text: what every finder looks at. */
record Layout(List<Block> blocks, PageHead head, PageWords words, Around around, MainPart.Span span) {

    private static final int TAIL = 10;
    private static final int STAMP = 14;

    static Layout of(List<Block> blocks, PageHead head, PageWords words) {
        var around = new Around(words, blocks);
        return new Layout(blocks, head, words, around, MainPart.find(blocks, around, words));
    }

    Block at(int index) {
        return blocks.get(index);
    }

    /** The blocks behind the last sentence that may still belong to the text. */
    List<Integer> tail() {
        var last = Math.min(blocks.size() - 1, span.to() + TAIL);
        return IntStream.rangeClosed(span.to() + 1, last)
                .takeWhile(i -> !over(i))
                .boxed()
                .toList();
    }

    private boolean over(int index) {
        return around.end(at(index)) || around.imprint(at(index));
    }

    /** Whether the block stands in a container of its own that calls itself something else than text. */
    boolean besides(Block block) {
        var box = span.box();
        return box != null && MainPart.inside(block.home(), box) && MainPart.besides(block, box, words);
    }

    /** A line that only says when the page was published. */
    boolean stamp(Block block) {
        return block.words() <= STAMP
                && !around.prose(block)
                && !Days.in(block.text()).isEmpty()
                && (block.words() <= STAMP / 2 || words.begins("stamps", block.text()));
    }

    /** Whether a picture stands directly before the block. */
    boolean afterPicture(int index) {
        return index > 0 && around.picture(at(index - 1));
    }
}
