package org.giaoban.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A level's report as a workbook: figures are numbers to calculate with, and each opens its passport. */
@GiaoBanTest(story = "vu-quang-2018-11")
class LevelFilesTest {

    private static final int FIGURE = 3;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    private byte[] book() {
        var answer = mvc.get()
                .uri("/consolidated/SL/TH-THANG/2018-09/export")
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    @Test
    void figuresAreNumbersAndListsAreWords() throws IOException {
        List<Row> rows;
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(book()))) {
            rows = book.getFirstSheet().read();
        }
        var numbers = new ArrayList<String>();
        var words = new ArrayList<String>();
        rows.stream().skip(1).filter(row -> !row.getCellText(2).isEmpty()).forEach(row -> {
            var figure = row.getCell(FIGURE);
            (figure.getType() == CellType.NUMBER ? numbers : words).add(row.getCellText(0));
        });
        assertThat(numbers).contains("TC17", "SH05", "TT02").hasSizeGreaterThan(10);
        assertThat(rows.stream().map(row -> row.getCellText(0))).contains("DH08");
        assertThat(numbers).doesNotContain("DH08");
    }

    @Test
    void everyFigureOpensItsPassport(@TempDir Path folder) throws IOException {
        var links = new StringBuilder();
        var file = Files.write(folder.resolve("book.xlsx"), book());
        try (var book = new ZipFile(file.toFile())) {
            for (var part : Collections.list(book.entries())) {
                if (part.getName().endsWith(".rels")) {
                    links.append(new String(book.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(links).contains("/figures/SL/TC17/2018-09");
    }
}
