package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;

/** LibreOffice Calc as an officer uses it: opens a workbook, types into named cells, saves. A macro in its own profile does the typing. */
final class Calc {

    private static final String MODULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">
            Sub Main(source As String, target As String, filter As String, list As String)
              Dim load(0) As New com.sun.star.beans.PropertyValue
              load(0).Name = "Hidden" : load(0).Value = True
              doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())
              handle = FreeFile
              Open list For Input As #handle
              Do While Not Eof(handle)
                Line Input #handle, row
                at = InStr(row, "=")
                Set cell = doc.NamedRanges.getByName(Left(row, at - 1)).getReferredCells().getCellByPosition(0, 0)
                text = Mid(row, at + 2)
                If Mid(row, at + 1, 1) = "n" Then
                  cell.setValue(Val(text))
                Else
                  cell.setString(text)
                End If
              Loop
              Close #handle
              Dim save(0) As New com.sun.star.beans.PropertyValue
              save(0).Name = "FilterName" : save(0).Value = filter
              doc.storeToURL(target, save())
              doc.close(True)
            End Sub
            </script:module>
            """;

    private static final String LIBRARY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
             <library:element library:name="Fill"/>
            </library:library>
            """;

    private Calc() {}

    /** The cells somebody would type for these figures: "n" before a number, "t" before a text. */
    static Map<String, String> typed(Content content) {
        var cells = new LinkedHashMap<String, String>();
        content.values().forEach((code, entry) -> {
            switch (entry.figure()) {
                case Figure.Missing missing ->
                    cells.put(
                            CellNames.mark(code),
                            "t" + Mark.of(missing.absence()).word());
                case Figure.Present present -> {
                    if (present.numerator() == null || present.denominator() == null) {
                        cells.put(CellNames.value(code), "n" + present.value().toPlainString());
                    } else {
                        cells.put(
                                CellNames.numerator(code),
                                "n" + present.numerator().toPlainString());
                        cells.put(
                                CellNames.denominator(code),
                                "n" + present.denominator().toPlainString());
                    }
                    if (present.qualifier() != Qualifier.EXACT) {
                        cells.put(
                                CellNames.mark(code),
                                "t" + Mark.of(present.qualifier()).word());
                    }
                }
            }
            if (entry.reason() != null) {
                cells.put(CellNames.reason(code), "t" + entry.reason());
            }
        });
        cells.put(CellNames.section("results"), "tĐã làm xong việc được giao.");
        return cells;
    }

    static byte[] fill(byte[] book, String extension, String filter, Map<String, String> cells) {
        try {
            var folder = Files.createTempDirectory("giaoban-calc-");
            // The first start writes a fresh profile and would overwrite a macro put there before.
            run(folder, "--terminate_after_init");
            var library = Files.createDirectories(folder.resolve("profile/user/basic/Standard"));
            Files.writeString(library.resolve("Fill.xba"), MODULE);
            Files.writeString(library.resolve("script.xlb"), LIBRARY);
            var source = Files.write(folder.resolve("source.xlsx"), book);
            var target = folder.resolve("filled." + extension);
            var list = Files.writeString(folder.resolve("cells.txt"), lines(cells));
            run(
                    folder,
                    "macro:///Standard.Fill.Main(\"%s\",\"%s\",\"%s\",\"%s\")"
                            .formatted(source.toUri(), target.toUri(), filter, list.toUri()));
            assertThat(target).as("LibreOffice saved the workbook").exists();
            return Files.readAllBytes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Map<String, String> cells) {
        var lines = new StringBuilder();
        cells.forEach(
                (name, text) -> lines.append(name).append('=').append(text).append('\n'));
        return lines.toString();
    }

    private static void run(Path folder, String argument) throws IOException {
        var builder = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        // Basic reads files in the system's character set.
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        try {
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            if (!ended) {
                process.destroy();
            }
            assertThat(ended).as("LibreOffice ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
