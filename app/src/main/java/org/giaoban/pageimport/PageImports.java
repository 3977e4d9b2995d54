package org.giaoban.pageimport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.giaoban.files.Bundle;
import org.giaoban.files.UnsafeZip;
import org.giaoban.pageimport.PageOutcome.Status;
import org.giaoban.platform.Quarantine;
import org.giaoban.platform.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes saved pages in, each in a transaction of its own: one that cannot be read keeps no other back. */
@Component
class PageImports {

    private static final String PAGES = ".*\\.(html?|mht|mhtml|xhtml|shtml|aspx?|php|jsp|txt|text|md)|[^.]+";
    private static final int PROBE = 2_000;

    private final PageIntake intake;
    private final ShotIntake pictures;
    private final PageWordBook words;
    private final Clock clock;

    PageImports(PageIntake intake, ShotIntake pictures, PageWordBook words, Clock clock) {
        this.intake = intake;
        this.pictures = pictures;
        this.words = words;
        this.clock = clock;
    }

    /** The files in their order; of an archive the pages in it. Pictures are looked for among the files that came together. */
    List<PageOutcome> take(List<Bundle.Item> files, PageIntake.Wish wish) {
        var alone = files.stream().allMatch(PageImports::picture);
        return files.stream()
                .filter(file -> alone || !picture(file))
                .flatMap(file -> take(file, FilesBeside.of(file.name(), files), wish).stream())
                .toList();
    }

    /** One file with what lies beside it. */
    List<PageOutcome> take(Bundle.Item file, Beside beside, PageIntake.Wish wish) {
        try {
            if (!Bundle.archive(file.bytes())) {
                return List.of(saved(file, beside, wish));
            }
            var inside = Bundle.tree(file.bytes());
            var pages = inside.stream().filter(PageImports::page).toList();
            return pages.isEmpty()
                    ? List.of(PageOutcome.of(file.name(), Status.NOTHING_INSIDE))
                    : pages.stream()
                            .map(each -> saved(each, FilesBeside.of(each.name(), inside), wish))
                            .toList();
        } catch (UnsafeZip e) {
            var broken = e.why() == UnsafeZip.Why.BROKEN;
            return List.of(PageOutcome.of(file.name(), broken ? Status.BROKEN : Status.BOMB));
        }
    }

    /** Pictures that came along with pages are no pages that failed. */
    private static boolean picture(Bundle.Item file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp|bmp|svg)");
    }

    private PageOutcome saved(Bundle.Item file, Beside beside, PageIntake.Wish wish) {
        var name = FilesBeside.last(file.name());
        try {
            if (WebArchive.is(file.bytes())) {
                return Quarantine.read(Refused.class, () -> WebArchive.open(file))
                        .map(saved -> one(name, saved, wish))
                        .orElseGet(() -> PageOutcome.of(name, Status.NO_TEXT));
            }
            return page(file) ? one(name, new SavedPage(file, beside), wish) : PageOutcome.of(name, Status.NO_PAGE);
        } catch (Quarantine.Unread e) {
            return PageOutcome.of(name, e.why() == Quarantine.Unread.Why.BUSY ? Status.BUSY : Status.BROKEN);
        }
    }

    /** By name and by what is inside: pictures and programs lie beside saved pages. */
    static boolean page(Bundle.Item file) {
        if (!FilesBeside.last(file.name()).toLowerCase(Locale.ROOT).matches(PAGES)) {
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

    private PageOutcome one(String name, SavedPage saved, PageIntake.Wish wish) {
        var today = LocalDate.now(clock);
        var reader = new PageReader(words.on(today), today);
        var read = Quarantine.read(Refused.class, () -> reader.read(saved.page().bytes()));
        if (read.body().isEmpty()) {
            return PageOutcome.of(name, Status.NO_TEXT);
        }
        var known = intake.earlier(name, read, wish);
        if (known.isPresent()) {
            return known.get();
        }
        var taken = pictures.take(read, saved.beside(), wish.unit());
        try {
            return intake.keep(name, read, taken, wish);
        } catch (DuplicateKeyException e) {
            return intake.earlier(name, read, wish).orElseThrow(() -> e);
        }
    }
}
