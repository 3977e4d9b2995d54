package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.documents.Linked;
import org.giaoban.indicators.FigureLine;
import org.giaoban.kernel.PersonId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.SiteAddress;
import org.giaoban.reporting.Narrative;
import org.giaoban.reporting.ReturnState;
import org.giaoban.reporting.Returns;
import org.giaoban.reporting.UnitProgress;
import org.springframework.stereotype.Component;

/** What the consolidated report says: the values for the tags of its Word template. */
@Component
class ReportText {

    private final Returns returns;
    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final BoardProfile profile;
    private final SiteAddress site;

    ReportText(
            Returns returns,
            Organization organization,
            Mandates mandates,
            People people,
            BoardProfile profile,
            SiteAddress site) {
        this.site = site;
        this.returns = returns;
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.profile = profile;
    }

    Map<String, Object> model(Board board, List<FigureLine> table) {
        var occasion = board.occasion();
        var model = new HashMap<String, Object>();
        model.put("ky", Headings.label(occasion.reported()));
        model.put("don_vi", occasion.unit().name());
        model.put("tinh_hinh", situation(board));
        model.put("chi_tieu", figures(occasion, table));
        model.put(
                "don_vi_bao_cao",
                numbered(board.progress().stream().map(ReportText::unit).toList()));
        model.putAll(sections(occasion));
        model.putAll(signature(board));
        return model;
    }

    private static String situation(Board board) {
        var progress = board.progress();
        var accepted = progress.stream()
                .filter(unit -> unit.state() == ReturnState.ACCEPTED)
                .count();
        var said = text(
                "briefing.report.situation",
                Formats.date(board.around().today()),
                String.valueOf(progress.size() - board.missing().size()),
                String.valueOf(progress.size()),
                String.valueOf(accepted));
        return board.missing().isEmpty()
                ? said
                : said + " "
                        + text(
                                "briefing.report.missing",
                                board.missing().stream()
                                        .map(UnitProgress::unitName)
                                        .collect(Collectors.joining(", ")));
    }

    private List<Map<String, Object>> figures(Occasion occasion, List<FigureLine> table) {
        return numbered(table.stream()
                .filter(line -> line.actual().value() != null || line.plan().year() != null)
                .map(line -> figure(occasion, line))
                .toList());
    }

    private Map<String, Object> figure(Occasion occasion, FigureLine line) {
        var indicator = line.indicator();
        var now = site.of(occasion.passport(occasion.unit().code(), indicator.code()));
        var then = site.of(occasion.passport(indicator.code(), occasion.shown().sameLastYear()));
        var change = Changes.of(occasion, line);
        return Map.of(
                "ten",
                indicator.name(),
                "dvt",
                indicator.unitOfMeasure(),
                "ke_hoach",
                linked(Formats.number(line.plan().year(), indicator.decimals()), occasion.plan(indicator.code())),
                "thuc_hien",
                new Linked(line.actual().text(indicator), now),
                "ty_le",
                linked(
                        occasion.span() == Span.YEAR ? Formats.percent(line.doneOfPlan(), 1) : "",
                        occasion.plan(indicator.code())),
                "cung_ky",
                new Linked(line.sameLastYear().text(indicator), then),
                "so_sanh",
                linked(
                        change == null ? "" : (change.word() + " " + change.text()).strip(),
                        occasion.change(indicator.code())));
    }

    /** The words with a link to the page, nothing without words. */
    private Object linked(String text, String path) {
        return text.isEmpty() ? "" : new Linked(text, site.of(path));
    }

    private static Map<String, Object> unit(UnitProgress unit) {
        return Map.of(
                "ten", unit.unitName(),
                "tinh_trang", Chips.word(unit),
                "ngay_nop", Formats.date(unit.submittedAt()),
                "ghi_chu",
                        unit.findings() == 0 ? "" : text("briefing.report.findings", String.valueOf(unit.findings())));
    }

    private Map<String, Object> sections(Occasion occasion) {
        var all = returns.narratives(occasion.unit().id(), occasion.reported());
        return Map.of(
                "ket_qua", section(all, "results"),
                "kho_khan", section(all, "difficulties"),
                "nhiem_vu_toi", section(all, "next"),
                "kien_nghi", section(all, "recommendations"));
    }

    private static List<Map<String, String>> section(List<Narrative> all, String section) {
        return all.stream()
                .filter(narrative -> narrative.section().equals(section))
                .map(narrative -> Map.of("noi_dung", narrative.unitName() + ": " + narrative.text()))
                .toList();
    }

    private Map<String, Object> signature(Board board) {
        var signing = profile.said().signing();
        var today = board.around().today();
        var holder = organization.children(board.occasion().unit().id(), today).stream()
                .filter(unit -> unit.kind().equals(signing.office()))
                .findFirst()
                .flatMap(office -> mandates.holder(office.id(), signing.post(), today));
        return Map.of(
                "tham_quyen", signing.behalf(),
                "chuc_vu", signing.title(),
                "nguoi_ky", holder.map(mandate -> name(mandate.person())).orElse(""),
                "noi_nhan",
                        profile.said().recipients().stream()
                                .map(to -> Map.of("ten", to))
                                .toList());
    }

    private String name(PersonId person) {
        return people.names(List.of(person)).getOrDefault(person, "");
    }

    private static List<Map<String, Object>> numbered(List<Map<String, Object>> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var row = new HashMap<>(rows.get(index));
                    row.put("stt", String.valueOf(index + 1));
                    return Map.copyOf(row);
                })
                .toList();
    }
}
