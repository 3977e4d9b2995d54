package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the day a page was published: its stamp, what its head says, and last the day its text begins with. */
final class Stamps {

    private static final int REACH = 10;
    private static final int WORDS = 16;
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}\\s?[:h]\\s?\\d{2}(?!\\d)");

    private final Layout page;

    Stamps(Layout page) {
        this.page = page;
    }

    Optional<Found<LocalDate>> find(int title) {
        var visible = visible(title);
        var said = Days.in(page.head().published()).stream().findFirst();
        if (visible.isPresent()) {
            return Optional.of(
                    said.isEmpty() || said.equals(visible) ? Found.sure(visible.get()) : Found.likely(visible.get()));
        }
        return said.map(Found::likely);
    }

    /** The day the text itself tells. */
    Optional<Found<LocalDate>> told(String title, List<String> paragraphs) {
        var whole = title + " " + String.join(" ", paragraphs);
        for (var paragraph : paragraphs.stream().limit(3).toList()) {
            var begin = paragraph.substring(0, Math.min(200, paragraph.length()));
            var day = begin.matches("(?siu).{0,120}(ngày|sáng|chiều|tối).*")
                    ? Days.in(begin).stream().findFirst().or(() -> Days.told(begin, title + " " + paragraph, whole))
                    : Optional.<LocalDate>empty();
            if (day.isPresent()) {
                return day.map(Found::guessed);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> visible(int title) {
        var near = title < 0 ? page.span().from() : title;
        var from = Math.max(0, near - REACH);
        var to = Math.min(page.blocks().size() - 1, page.span().to() + REACH);
        var best = Optional.<LocalDate>empty();
        var most = 0.0;
        for (var i = from; i <= to; i++) {
            var block = page.at(i);
            var days = block.words() <= WORDS && !page.around().prose(block)
                    ? Days.in(block.text())
                    : List.<LocalDate>of();
            var score = days.isEmpty() ? 0 : score(block, i, near);
            if (score > most) {
                best = Optional.of(days.getFirst());
                most = score;
            }
        }
        return best;
    }

    private double score(Block block, int index, int near) {
        var text = block.text();
        var score = 2.0;
        score += page.words().begins("stamps", text) ? 3 : 0;
        score += page.words().named("dateNames", block.look().names()) ? 1 : 0;
        score += TIME.matcher(text).find() ? 1 : 0;
        score += index > near && index <= page.span().from() + 1 ? 2 : 0;
        score += block.words() <= 6 ? 1 : 0;
        score -= page.words().begins("clocks", text) ? 5 : 0;
        score -= Math.abs(index - near) > 4 ? 1 : 0;
        score -= index > page.span().to() ? 1.5 : 0;
        score -= index > page.span().from() && index < page.span().to() ? 1.5 : 0;
        score -= text.matches("(?iu).*(số|nghị quyết|chỉ thị|quyết định|kế hoạch).*") ? 3 : 0;
        score -= block.look().links() > 0.5 ? 3 : 0;
        return score;
    }
}
