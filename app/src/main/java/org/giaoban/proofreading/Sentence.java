package org.giaoban.proofreading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One sentence of a passage: places in it count from the beginning of the passage. */
record Sentence(int passage, int from, String text, List<FoundNumber> numbers) {

    private static final Pattern END = Pattern.compile("(?<=[.!?…])[\"”’)]*\\s+(?=[\\p{Lu}\"“\\d-])|\\n+");
    private static final Pattern SHORTENED =
            Pattern.compile("(?:^|[\\s(])(?:TP|Tp|ThS|TS|GS|PGS|BS|ĐC|Đ/c|Mr|No|St|\\d)\\.$");

    /** The sentences of a passage, short forms with a point aside. */
    static List<Sentence> of(int passage, String text, List<FoundNumber> numbers) {
        var sentences = new ArrayList<Sentence>();
        var ends = END.matcher(text);
        var begin = 0;
        while (ends.find()) {
            if (!SHORTENED.matcher(text.substring(begin, ends.start())).find()) {
                sentences.add(part(passage, begin, text.substring(begin, ends.start()), numbers));
                begin = ends.end();
            }
        }
        sentences.add(part(passage, begin, text.substring(begin), numbers));
        return sentences;
    }

    private static Sentence part(int passage, int from, String text, List<FoundNumber> numbers) {
        var to = from + text.length();
        return new Sentence(
                passage,
                from,
                text,
                numbers.stream()
                        .filter(each -> each.from() >= from && each.to() <= to)
                        .toList());
    }

    /** What stands between two places of the passage. */
    String between(int begin, int end) {
        return text.substring(Math.max(0, begin - from), Math.min(text.length(), end - from));
    }

    int to() {
        return from + text.length();
    }
}
