package org.giaoban.pageimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.giaoban.files.Bundle;
import org.giaoban.files.UnsafeZip;
import org.giaoban.pageimport.PageOutcome.Status;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes saved pages in, each in a transaction of its own: one that cannot be read keeps no other back. */
@Component
class PageImports {

    private static final String PAGES = ".*\\.(html?|xhtml|shtml|aspx?|php|jsp|txt|text|md)|[^.]+";
    private static final int PROBE = 2_000;

    private final PageIntake intake;
    private final PageWordBook words;
    private final Clock clock;

    PageImports(PageIntake intake, PageWordBook words, Clock clock) {
        this.intake = intake;
        this.words = words;
        this.clock = clock;
    }

    /** The files in their order; of an archive the pages in it. */
    List<PageOutcome> take(List<Bundle.Item> files, PageIntake.Wish wish) {
        var today = LocalDate.now(clock);
        var reader = new PageReader(words.on(today), today);
        return files.stream().flatMap(file -> file(file, reader, wish).stream()).toList();
    }

    private List<PageOutcome> file(Bundle.Item file, PageReader reader, PageIntake.Wish wish) {
        try {
            if (!Bundle.archive(file.bytes())) {
                return List.of(page(file) ? one(file, reader, wish) : PageOutcome.of(file.name(), Status.NO_PAGE));
            }
            var inside =
                    Bundle.open(file.bytes()).stream().filter(PageImports::page).toList();
            return inside.isEmpty()
                    ? List.of(PageOutcome.of(file.name(), Status.NOTHING_INSIDE))
                    : inside.stream().map(one -> one(one, reader, wish)).toList();
        } catch (UnsafeZip e) {
            var broken = e.why() == UnsafeZip.Why.BROKEN;
            return List.of(PageOutcome.of(file.name(), broken ? Status.BROKEN : Status.BOMB));
        }
    }

    /** By name and by what is inside: pictures and programs lie beside saved pages. */
    static boolean page(Bundle.Item file) {
        if (!file.name().toLowerCase(Locale.ROOT).matches(PAGES)) {
            return false;
        }
        var bytes = file.bytes();
        var wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0x1FD;
        for (var i = 0; !wide && i < Math.min(bytes.length, PROBE); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private PageOutcome one(Bundle.Item file, PageReader reader, PageIntake.Wish wish) {
        var read = reader.read(file.bytes());
        if (read.body().isEmpty()) {
            return PageOutcome.of(file.name(), Status.NO_TEXT);
        }
        try {
            return intake.keep(file.name(), read, wish);
        } catch (DuplicateKeyException e) {
            return intake.earlier(file.name(), read, wish).orElseThrow(() -> e);
        }
    }
}
