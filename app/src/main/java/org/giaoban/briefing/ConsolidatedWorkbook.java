package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Formats;
import org.giaoban.platform.SiteAddress;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated figures as a workbook that calculates: sums over the units' columns, rates from sums of numerators
 * and denominators. An indicator has the same row on every sheet.
 */
final class ConsolidatedWorkbook {

    private static final int FIRST_ROW = 3;
    private static final int FIRST_UNIT = 3;

    /** Links of all cells of a large organisation would make a file that opens slowly; the summary's are always there. */
    private static final int MOST_LINKED = 5_000;

    private final Consolidation content;
    private final SiteAddress site;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final WorkbookLook look = new WorkbookLook(workbook);
    private final Sheet summary = workbook.createSheet(text("briefing.sheet.summary"));
    private final Sheet byUnit = workbook.createSheet(text("briefing.sheet.units"));
    private final Sheet numerators = workbook.createSheet(text("briefing.sheet.numerators"));
    private final Sheet denominators = workbook.createSheet(text("briefing.sheet.denominators"));
    private final int total;
    private final Formulas formulas;

    ConsolidatedWorkbook(Consolidation content, SiteAddress site) {
        this.content = content;
        this.site = site;
        this.total = FIRST_UNIT + content.columns().size();
        this.formulas = new Formulas(numerators.getSheetName(), denominators.getSheetName(), FIRST_UNIT, total - 1);
    }

    byte[] bytes() {
        head(summary, text("briefing.sheet.summary"), summaryHeads());
        for (var sheet : new Sheet[] {byUnit, numerators, denominators}) {
            head(sheet, sheet.getSheetName(), unitHeads());
        }
        for (var index = 0; index < content.lines().size(); index++) {
            row(content.lines().get(index), FIRST_ROW + index);
        }
        progress(workbook.createSheet(text("briefing.sheet.progress")));
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        try (var out = new ByteArrayOutputStream();
                workbook) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(FigureLine line, int at) {
        for (var sheet : new Sheet[] {summary, byUnit, numerators, denominators}) {
            names(sheet.createRow(at), line.indicator());
        }
        for (var index = 0; index < content.columns().size(); index++) {
            var figures = content.figures().getOrDefault(line.indicator().code(), java.util.Map.of());
            unit(
                    line.indicator(),
                    at,
                    FIRST_UNIT + index,
                    figures.get(content.columns().get(index).unit()));
        }
        total(line, at);
        summarise(line, at);
    }

    /** A unit's figure, or the word for why there is none; a rate is calculated from its two parts. */
    private void unit(Indicator indicator, int at, int column, @Nullable UnitFigure unit) {
        var figure = unit == null ? null : unit.rolled().figure();
        if (figure instanceof Figure.Present(var value, var numerator, var denominator, var _)) {
            if (indicator.rate() && numerator != null && denominator != null) {
                number(numerators, at, column, numerator, indicator);
                number(denominators, at, column, denominator, indicator);
                formula(byUnit, at, column, formulas.rate(indicator, at, column), indicator);
            } else {
                number(byUnit, at, column, value, indicator);
            }
            qualify(byUnit, at, column, indicator, figure);
            if (unit != null && content.lines().size() * content.columns().size() <= MOST_LINKED) {
                link(byUnit, at, column, content.occasion().passport(unit.code(), indicator.code()));
            }
        } else if (unit != null) {
            look.word(cell(byUnit, at, column), unit.rolled().text(indicator));
        }
    }

    private void total(FigureLine line, int at) {
        var indicator = line.indicator();
        if (indicator.rate()) {
            formula(numerators, at, total, formulas.sum(at), indicator);
            formula(denominators, at, total, formulas.sum(at), indicator);
            formula(byUnit, at, total, formulas.rate(indicator, at, total), indicator);
        } else {
            formula(byUnit, at, total, formulas.sum(at), indicator);
        }
        qualify(byUnit, at, total, indicator, line.actual().figure());
        link(byUnit, at, total, passport(indicator));
    }

    private String passport(Indicator indicator) {
        return content.occasion().passport(content.occasion().unit().code(), indicator.code());
    }

    /** The cell opens the figure's passport. */
    private void link(Sheet sheet, int at, int column, String path) {
        var cell = sheet.getRow(at).getCell(column);
        if (cell != null) {
            var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(site.of(path));
            cell.setHyperlink(link);
        }
    }

    private void summarise(FigureLine line, int at) {
        var indicator = line.indicator();
        var row = at + 1;
        number(summary, at, 3, line.plan().year(), indicator);
        var plan = content.occasion().plan(indicator.code());
        link(summary, at, 3, plan);
        formula(summary, at, 4, "'%s'!%s%d".formatted(byUnit.getSheetName(), Formulas.letter(total), row), indicator);
        qualify(summary, at, 4, indicator, line.actual().figure());
        link(summary, at, 4, passport(indicator));
        if (content.occasion().span() == Span.YEAR) {
            look.percent(cell(summary, at, 5))
                    .setCellFormula("IF(SUM(D%d)=0,\"\",E%d/D%d*100)".formatted(row, row, row));
            number(summary, at, 6, line.plan().pace(), indicator);
            link(summary, at, 5, plan);
            link(summary, at, 6, plan);
        }
        number(summary, at, 7, line.sameLastYear().value(), indicator);
        qualify(summary, at, 7, indicator, line.sameLastYear().figure());
        link(
                summary,
                at,
                7,
                content.occasion()
                        .passport(indicator.code(), content.occasion().shown().sameLastYear()));
        formula(summary, at, 8, "IF(OR(H%d=\"\",E%d=\"\"),\"\",E%d-H%d)".formatted(row, row, row, row), indicator);
        link(summary, at, 8, content.occasion().change(indicator.code()));
    }

    private void progress(Sheet sheet) {
        head(sheet, sheet.getSheetName(), new String[] {
            text("briefing.column.code"),
            text("briefing.column.unit"),
            text("briefing.column.state"),
            text("briefing.column.sent")
        });
        for (var index = 0; index < content.progress().size(); index++) {
            var unit = content.progress().get(index);
            var row = sheet.createRow(FIRST_ROW + index);
            look.text(row.createCell(0), unit.unitCode());
            look.text(row.createCell(1), unit.unitName());
            look.text(row.createCell(2), Chips.word(unit));
            look.text(row.createCell(3), Formats.dateTime(unit.submittedAt()));
        }
        look.widths(sheet, 4);
    }

    private void names(Row row, Indicator indicator) {
        look.text(row.createCell(0), indicator.code());
        look.text(row.createCell(1), indicator.name());
        look.text(row.createCell(2), indicator.unitOfMeasure());
    }

    private void head(Sheet sheet, String title, String[] heads) {
        var occasion = content.occasion();
        look.title(
                sheet.createRow(0).createCell(0), title + ": " + occasion.unit().name());
        look.text(sheet.createRow(1).createCell(0), occasion.tree().noted(Headings.label(occasion.shown())));
        var row = sheet.createRow(FIRST_ROW - 1);
        for (var column = 0; column < heads.length; column++) {
            look.head(row.createCell(column), heads[column]);
        }
        sheet.createFreezePane(FIRST_UNIT, FIRST_ROW);
        look.widths(sheet, heads.length);
    }

    private String[] unitHeads() {
        var heads = new String[total + 1];
        System.arraycopy(summaryHeads(), 0, heads, 0, FIRST_UNIT);
        for (var index = 0; index < content.columns().size(); index++) {
            heads[FIRST_UNIT + index] = content.columns().get(index).name();
        }
        heads[total] = text("briefing.column.total");
        return heads;
    }

    private static String[] summaryHeads() {
        return new String[] {
            text("briefing.column.code"),
            text("briefing.column.indicator"),
            text("briefing.column.measure"),
            text("briefing.column.plan"),
            text("briefing.column.actual"),
            text("briefing.column.done"),
            text("briefing.column.due-now"),
            text("briefing.column.last-year"),
            text("briefing.column.change")
        };
    }

    private void number(Sheet sheet, int at, int column, java.math.@Nullable BigDecimal value, Indicator indicator) {
        if (value != null) {
            look.number(cell(sheet, at, column), indicator.decimals(), Qualifier.EXACT)
                    .setCellValue(value.doubleValue());
        }
    }

    private void formula(Sheet sheet, int at, int column, String formula, Indicator indicator) {
        look.number(cell(sheet, at, column), indicator.decimals(), Qualifier.EXACT)
                .setCellFormula(formula);
    }

    /** "Over" goes with the number wherever it is printed. */
    private void qualify(Sheet sheet, int at, int column, Indicator indicator, Figure figure) {
        if (figure.present()) {
            look.number(sheet.getRow(at).getCell(column), indicator.decimals(), figure.exactness());
        }
    }

    private static org.apache.poi.ss.usermodel.Cell cell(Sheet sheet, int at, int column) {
        return sheet.getRow(at).createCell(column);
    }
}
