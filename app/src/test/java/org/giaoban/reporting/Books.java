package org.giaoban.reporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Workbooks for tests, written by our own writer and changed like somebody's spreadsheet program would. */
@Component
class Books {

    private final StoryBooks keys;
    private final VersionRepository versions;
    private final ReturnRepository returns;
    private final Examination examination;
    private final TransactionTemplate transaction;
    private final Returns imports;

    Books(
            StoryBooks keys,
            VersionRepository versions,
            ReturnRepository returns,
            Examination examination,
            TransactionTemplate transaction,
            Returns imports) {
        this.keys = keys;
        this.versions = versions;
        this.returns = returns;
        this.examination = examination;
        this.transaction = transaction;
        this.imports = imports;
    }

    ReturnKey key(String unit, String period) {
        return keys.key(unit, period);
    }

    /** What the unit said in October, to be said again. */
    Content october(String unit) {
        return saved(key(unit, "2018-10"));
    }

    /** What the newest version of a return says. */
    Content saved(ReturnKey key) {
        return transaction.execute(status -> {
            var row = returns.find(key).orElseThrow();
            return versions.content(row.id(), row.version());
        });
    }

    byte[] empty(String unit, String period) {
        return with(key(unit, period), Content.NOTHING);
    }

    /** A whole workbook of another month with October's values. */
    byte[] filled(String unit, String period) {
        return with(key(unit, period), october(unit));
    }

    byte[] with(ReturnKey key, Content content) {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
        return transaction.execute(status -> WorkbookWriter.write(new WorkbookWriter.Book(
                key.unit().code(),
                key.unit().name(),
                key.period().code(),
                PeriodName.of(key.period()),
                key.form(),
                examination.indicators(key.form(), key.period()),
                examination.before(key),
                content)));
    }

    /** The same without one indicator. */
    static Content without(Content content, String code) {
        var values = new LinkedHashMap<>(content.values());
        values.remove(code);
        return new Content(values, content.texts(), content.requests());
    }

    ImportResult take(byte[] bytes) {
        return imports.importFile("tep.xlsx", bytes);
    }

    static byte[] changed(byte[] book, Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cell named(XSSFWorkbook workbook, String name) {
        var ref = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(ref.getSheetName()).getRow(ref.getRow()).getCell(ref.getCol());
    }
}
