package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Figure;
import org.giaoban.reporting.BulkBatch.Checked;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** Files of values: what they leave behind is what typing leaves behind, and a second time nothing at all. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ValuesImportTest {

    private static final String HEADER = "unit,form,period,indicator,value,mark,numerator,denominator,reason\n";
    private static final String DECEMBER = "2018-12";
    private static final String JANUARY = "2019-01";

    /** Everything that means something in a line of a table or in a list. */
    private static final String UNUSUAL = "NULL, {lũ \"lớn\"} \\N \\ 'hết'";

    /** What one unit's return of a month and its figures look like, whoever wrote them. */
    private static final List<String> TRACES = List.of("""
            select form, form_version, period, period_until, due_on, state, version, first_submitted_at = submitted_at as at_once,
                   submitter_account_id, decided_at, comment from reporting.unit_return where unit_id = :unit and period = ':period'""", """
            select v.version, v.fingerprint, v.account_id, v.file_id from reporting.return_version v
            join reporting.unit_return r on r.id = v.return_id where r.unit_id = :unit and r.period = ':period'""", """
            select v.version, indicator, value, numerator, denominator, qualifier, absence, place, reason
            from reporting.return_value v join reporting.unit_return r on r.id = v.return_id
            where r.unit_id = :unit and r.period = ':period' order by indicator""", """
            select ordinal, rule, severity, title, indicator, sentence, arguments::text, place
            from reporting.return_finding f join reporting.unit_return r on r.id = f.return_id
            where r.unit_id = :unit and r.period = ':period' order by ordinal""", """
            select indicator_id, v.version, value, numerator, denominator, qualifier, absence, place, source_kind, source_label,
                   put_by_account_id, s.stamp = a.id as stamped, a.source_id = r.id as its_return
            from indicators.indicator_value v
            join indicators.owner o on o.unit_no = v.unit_no
            join indicators.arrival a on a.cell_id = v.cell_id and a.id = v.arrival_id
            join indicators.sheet s on s.unit_no = v.unit_no and s.period = v.period
            join reporting.unit_return r on r.unit_id = o.unit_id and r.period = ':period'
            where o.unit_id = :unit and v.period = replace(':period', '-', '')::int order by indicator_id""", """
            select e.account_id, act, object_kind, e.unit_id = r.unit_id as its_unit, details
            from audit.entry e join reporting.unit_return r on r.id = e.object_id
            where r.unit_id = :unit and r.period = ':period' order by e.id""");

    @Autowired
    private ImportReturnsCommand command;

    @Autowired
    private Books books;

    @Autowired
    private Filing filing;

    @Autowired
    private BulkPreparation preparation;

    @Autowired
    private BulkWriting writing;

    @Autowired
    private Figures figures;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    private record Run(int code, String said) {}

    @Test
    void whatAFileLeavesBehindIsWhatTypingLeavesBehind() throws IOException {
        var content = october();
        type("SL-01", DECEMBER, content);
        type("SL-02", DECEMBER, content);
        var more = new LinkedHashMap<>(content.values());
        more.computeIfPresent("TC10", (code, entry) -> plus(entry, 7));
        more.computeIfPresent("TC11", (code, entry) -> new Entry(entry.figure(), null, UNUSUAL));
        var january = new Content(more, Map.of(), List.of());
        type("SL-01", JANUARY, january);

        var run = run(packed("thang-1.csv.gz", lines("SL-02", JANUARY, january)));

        assertThat(run.said()).contains("1 phiếu", "1 gửi");
        assertThat(run.code()).isZero();
        assertThat(traces("SL-02", JANUARY)).isEqualTo(traces("SL-01", JANUARY));
        assertThat(traces("SL-02", JANUARY))
                .as("nothing was compared with nothing")
                .noneMatch(List::isEmpty);
        assertThat(jdbc.queryForObject(
                        "select file_name from reporting.return_version where file_name like 'thang-1%'", String.class))
                .isEqualTo("thang-1.csv.gz");

        more.computeIfPresent("TC10", (code, entry) -> plus(entry, 1));
        type("SL-02", JANUARY, new Content(more, Map.of(), List.of()));
        assertThat(own("SL-02", JANUARY).get("TC10"))
                .isEqualTo(Objects.requireNonNull(more.get("TC10")).figure());
        assertThat(jdbc.queryForObject(
                        "select count(*) from indicators.past_value where period = 201901", Integer.class))
                .as("the imported value is kept among the past ones")
                .isOne();
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        var text = lines("SL-03", DECEMBER, october())
                + lines("SL-03", JANUARY, october())
                + lines("SL-04", JANUARY, october());
        var first = run(file("ba.csv", text));
        assertThat(first.said()).contains("3 phiếu", "3 gửi");
        var before = everything();

        var second = run(file("ba.csv", text));

        assertThat(second.said()).contains("3 phiếu, 0 số đã ghi", "3 không đổi");
        assertThat(second.code()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatDoesNotPassIsADraftAndWhatIsNobodysIsNamedByItsLine() throws IOException {
        var whole = october();
        var run = run(file(
                "lan.csv",
                lines("SL-05", DECEMBER, whole)
                        + "KHONG,TH-THANG,2018-12,TC10,5,,,,\n"
                        + lines("SL-06", DECEMBER, Books.without(whole, "TC10"))
                        + "SL-07,TH-THANG,2018-12,XX99,5,,,,\n"
                        + "SL-08,TH-THANG,2018-12,TC10,nhiều,,,,\n"
                        + "SL-09,TH-THANG,2018-12,TC10,5,,,,\nSL-09,TH-THANG,2018-12,TC10,6,,,,\n"));

        var count = whole.values().size();
        assertThat(run.said())
                .contains("Dòng " + (count + 2) + ":", "XX99", "TC10 có hai dòng")
                .contains("6 phiếu", "1 gửi, 2 nháp, 0 không đổi, 3 không nhận");
        assertThat(run.code()).isEqualTo(1);
        assertThat(state("SL-06")).isEqualTo("DRAFT");
        assertThat(own("SL-06", DECEMBER)).as("a draft does not count").isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from reporting.return_finding f join reporting.unit_return r on r.id = f.return_id"
                                + " where r.unit_id = ? and f.rule = 'CELL'",
                        Integer.class,
                        books.key("SL-08", DECEMBER).unit().id().value()))
                .isOne();
    }

    @Test
    void aBatchIsWrittenWholeOrNotAtAll() throws IOException {
        var before = everything();
        var file = file("dot.csv", lines("SL-10", DECEMBER, october()) + lines("SL-11", DECEMBER, october()));
        viewer.run(Viewer.SYSTEM, () -> {
            try (var values = new ValueFile(file)) {
                var batch = preparation.prepare(
                        List.of(values.next().orElseThrow(), values.next().orElseThrow()), BulkBatch.NONE);
                var twice = List.<Checked>of(
                        batch.fresh().get(0),
                        batch.fresh().get(1),
                        batch.fresh().get(0));
                assertThatThrownBy(() -> writing.write(twice, "dot.csv")).isInstanceOf(DuplicateKeyException.class);
            }
        });

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aFileWithoutNamedColumnsIsRefused() throws IOException {
        var wrong = Files.writeString(folder.resolve("sai.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> viewer.run(Viewer.SYSTEM, () -> new ValueFile(wrong)))
                .isInstanceOf(org.giaoban.platform.Refused.class);
    }

    private Content october() {
        return new Content(
                books.october("SL-01").values().entrySet().stream()
                        .collect(
                                LinkedHashMap::new,
                                (map, each) -> map.put(each.getKey(), plus(each.getValue(), 0)),
                                Map::putAll),
                Map.of(),
                List.of());
    }

    /** Without the cell it stood in. */
    private static Entry plus(Entry entry, int more) {
        return entry.figure() instanceof Figure.Present present && present.numerator() == null
                ? new Entry(
                        new Figure.Present(
                                present.value().add(BigDecimal.valueOf(more)), null, null, present.qualifier()),
                        null,
                        entry.reason())
                : new Entry(entry.figure(), null, entry.reason());
    }

    private void type(String unit, String period, Content content) {
        var saved = viewer.as(
                Viewer.SYSTEM,
                () -> filing.save(
                        books.key(unit, period), new ReturnReading(content, List.of()), Source.SCREEN, Wish.SEND));
        assertThat(saved.status()).isEqualTo(Saved.Status.SENT);
    }

    private static String lines(String unit, String period, Content content) {
        var text = new StringBuilder();
        content.values().forEach((code, entry) -> {
            text.append("%s,TH-THANG,%s,%s,".formatted(unit, period, code));
            switch (entry.figure()) {
                case Figure.Missing missing ->
                    text.append(",").append(Mark.of(missing.absence())).append(",,");
                case Figure.Present present
                when present.numerator() != null ->
                    text.append(",")
                            .append(Mark.of(present.qualifier()))
                            .append(",")
                            .append(present.numerator().toPlainString())
                            .append(",")
                            .append(Objects.requireNonNull(present.denominator())
                                    .toPlainString());
                case Figure.Present present ->
                    text.append(present.value().toPlainString())
                            .append(",")
                            .append(Mark.of(present.qualifier()))
                            .append(",,");
            }
            text.append(",\"")
                    .append(Objects.requireNonNullElse(entry.reason(), "").replace("\"", "\"\""))
                    .append("\"\n");
        });
        return text.toString();
    }

    private Path file(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + lines);
    }

    private Path packed(String name, String lines) throws IOException {
        var file = folder.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Run run(Path file) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(print);
            return new Run(new CommandLine(command).execute(file.toString()), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private List<List<Map<String, Object>>> traces(String unit, String period) {
        var id = books.key(unit, period).unit().id().value();
        return TRACES.stream()
                .map(sql ->
                        jdbc.queryForList(sql.replace(":unit", "'" + id + "'").replace(":period", period)))
                .toList();
    }

    private String state(String unit) {
        return jdbc.queryForObject(
                "select state from reporting.unit_return where unit_id = ? and period = ?",
                String.class,
                books.key(unit, DECEMBER).unit().id().value(),
                DECEMBER);
    }

    private Map<String, Figure> own(String unit, String period) {
        var key = books.key(unit, period);
        return viewer.as(Viewer.SYSTEM, () -> figures.own(key.unit().id(), key.period()));
    }

    private Map<String, Object> everything() {
        return jdbc.queryForMap("""
                select (select count(*) from reporting.unit_return) as returns,
                       (select count(*) from reporting.return_version) as versions,
                       (select count(*) from reporting.return_value) as entries,
                       (select count(*) from indicators.indicator_value) as figures,
                       (select count(*) from indicators.arrival) as arrivals,
                       (select max(stamp) from indicators.sheet) as stamp,
                       (select count(*) from audit.entry) as lines,
                       (select sum(length) from audit.chain) as lengths""");
    }
}
