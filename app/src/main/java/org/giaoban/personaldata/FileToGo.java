package org.giaoban.personaldata;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.documents.PaperPdf;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Service;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole file of a person to take along: for programs as JSON, for people as PDF. Every making of one is written down. */
@Service
class FileToGo {

    private final PersonalFile file;
    private final Purposes purposes;
    private final Organization organization;
    private final PaperPdf pdf;
    private final FileTrail trail;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    FileToGo(
            PersonalFile file,
            Purposes purposes,
            Organization organization,
            PaperPdf pdf,
            FileTrail trail,
            Clock clock) {
        this.file = file;
        this.purposes = purposes;
        this.organization = organization;
        this.pdf = pdf;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the printed file shows. */
    public record Print(String name, String code, String made, String keeper, List<Purposes.Served> served) {}

    byte[] json(Holder holder) {
        trail.made(holder, "json");
        var all = new LinkedHashMap<String, Object>();
        all.put("name", holder.name());
        all.put("code", holder.code());
        all.put("made_at", clock.instant().toString());
        all.put("kept_by", keeper(holder));
        all.put(
                "purposes",
                purposes.serving(sections(holder)).stream()
                        .map(FileToGo::served)
                        .toList());
        return json.writeValueAsBytes(all);
    }

    byte[] pdf(Holder holder) {
        trail.made(holder, "pdf");
        var print = new Print(
                holder.name(),
                holder.code(),
                Formats.dateTime(clock.instant()),
                keeper(holder),
                purposes.serving(sections(holder)));
        return pdf.of("personaldata/paper.jte", print);
    }

    private List<PersonalFile.Section> sections(Holder holder) {
        return file.read(holder.subject(), PersonalFile.MOST);
    }

    private String keeper(Holder holder) {
        return organization
                .names(List.of(holder.keeper()), LocalDate.now(clock))
                .getOrDefault(holder.keeper(), "");
    }

    private static Map<String, Object> served(Purposes.Served served) {
        var purpose = served.purpose();
        var said = new LinkedHashMap<String, Object>();
        said.put("purpose", purpose.name().shown());
        said.put("basis", purpose.ground().law());
        said.put("retention", purpose.scope().retention());
        said.put("tables", served.sections().stream().map(FileToGo::table).toList());
        return said;
    }

    private static Map<String, Object> table(PersonalFile.Section section) {
        var said = new LinkedHashMap<String, Object>();
        said.put("table", section.table());
        said.put("title", section.title());
        said.put(
                "said",
                section.lines().stream()
                        .map(PersonalFile.Line::words)
                        .filter(words -> !words.isEmpty())
                        .toList());
        said.put("rows", section.rows().stream().map(FileToGo::row).toList());
        said.put("more", section.more());
        return said;
    }

    private static Map<String, Object> row(Map<String, Object> columns) {
        var said = new LinkedHashMap<String, Object>();
        columns.forEach((name, value) -> said.put(name, plain(value)));
        return said;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case Object[] several ->
                List.of(several).stream().map(String::valueOf).toList();
            default -> value.toString();
        };
    }
}
