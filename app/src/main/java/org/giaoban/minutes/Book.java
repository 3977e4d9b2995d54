package org.giaoban.minutes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.UnitTree;
import org.giaoban.audit.ObjectRef;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.documents.PaperHead;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The minutes book of a unit and year: every number once, with who took part. */
@Service
@Transactional(readOnly = true)
class Book {

    private static final String TEMPLATE = "minutes-book";
    private static final int MOST = 1_000;
    private static final int CHOICES = 300;

    private final MinutesRepository minutes;
    private final Organization organization;
    private final UnitTree tree;
    private final Documents documents;
    private final Access access;
    private final Clock clock;

    Book(
            MinutesRepository minutes,
            Organization organization,
            UnitTree tree,
            Documents documents,
            Access access,
            Clock clock) {
        this.minutes = minutes;
        this.organization = organization;
        this.tree = tree;
        this.documents = documents;
        this.access = access;
        this.clock = clock;
    }

    /** The book as it is printed. */
    public record Print(PaperHead head, Year book) {}

    /** The book of a year; the entries with numbers come first, in their order. */
    public record Year(UnitId unit, String unitName, int year, List<Minutes> entries) {

        public int numbered() {
            return (int) entries.stream().filter(one -> one.number() != null).count();
        }

        /** Attendance of all meetings together. */
        public Minutes.Attendance total() {
            return entries.stream()
                    .map(one -> one.facts().attendance())
                    .reduce(
                            new Minutes.Attendance(0, 0, 0, 0, 0),
                            (a, b) -> new Minutes.Attendance(
                                    a.summoned() + b.summoned(),
                                    a.present() + b.present(),
                                    a.online() + b.online(),
                                    a.excused() + b.excused(),
                                    a.absent() + b.absent()));
        }

        public String opening() {
            return Say.it("minutes.book.opening", unitName, year, numbered());
        }

        public String sum() {
            var all = total();
            return Say.it("minutes.book.total", all.summoned(), all.taking(), all.excused(), all.absent(), share(all));
        }

        /** One entry by the columns of the paper. */
        public Map<String, String> row(Minutes one) {
            var attendance = one.facts().attendance();
            var number = one.number();
            return Map.of(
                    "so", number == null ? "" : "%02d".formatted(number.number()),
                    "ngay", Formats.date(one.facts().day()),
                    "ten", one.facts().title(),
                    "trieu_tap", String.valueOf(attendance.summoned()),
                    "du", String.valueOf(attendance.taking()),
                    "vang_phep", String.valueOf(attendance.excused()),
                    "vang", String.valueOf(attendance.absent()),
                    "ty_le", share(attendance));
        }

        public String share(Minutes.Attendance of) {
            return of.summoned() == 0
                    ? ""
                    : Formats.percent(
                            BigDecimal.valueOf(of.taking() * 100L)
                                    .divide(BigDecimal.valueOf(of.summoned()), 1, RoundingMode.HALF_UP),
                            1);
        }
    }

    int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    Map<String, String> units() {
        var scope = access.scope(Capability.MEETING_READ);
        var today = LocalDate.now(clock);
        var choices = new LinkedHashMap<String, String>();
        organization.tops(scope, today).stream()
                .flatMap(top -> organization.subtree(top.id(), today).stream())
                .limit(CHOICES)
                .forEach(unit -> choices.put(unit.id().toString(), unit.name()));
        return choices;
    }

    /** The books of the ended units in whose place this one stands, by the unit's id. */
    Map<String, String> former(UnitId unit) {
        var before = new HashSet<>(tree.withPredecessors(unit, LocalDate.now(clock)));
        before.remove(unit);
        var names = new TreeMap<String, String>();
        tree.names(before).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    Year of(UnitId unit, int year) {
        access.require(Capability.MEETING_READ, unit);
        var name = organization
                .find(unit, LocalDate.now(clock))
                .map(Unit::name)
                .orElseGet(() -> Objects.toString(
                        organization.versions(unit).stream()
                                .map(Unit::name)
                                .reduce((first, last) -> last)
                                .orElse(""),
                        ""));
        return new Year(unit, name, year, minutes.of(List.of(unit), year, MOST));
    }

    byte[] word(Year book) {
        return documents.render(paper(book), null);
    }

    /** The same for the PDF. */
    Print print(Year book) {
        return new Print(documents.head(paper(book), null), book);
    }

    private NewDocument paper(Year book) {
        var model = new HashMap<String, Object>();
        model.put("mo_dau", book.opening());
        model.put("bien_ban", book.entries().stream().map(one -> book.row(one)).toList());
        model.put("tong", book.sum());
        return new NewDocument(
                book.unit(),
                "bien-ban",
                Say.it("minutes.book.year", String.valueOf(book.year())),
                LocalDate.now(clock),
                new About(new ObjectRef("minutes-book", book.unit().value()), "", "/minutes"),
                "minutes-book",
                new Paper(TEMPLATE, model));
    }
}
