package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice, as the users' office program: opens, recalculates and saves our files. */
public final class Office {

    /** Separated by commas, quoted, in UTF-8 whatever the machine's language is. */
    public static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1";

    private Office() {}

    /**
     * Opens a file and saves it in another format.
     *
     * @param format LibreOffice's name of the target: "pdf", "xlsx", "ods", {@link #CSV}
     */
    public static byte[] convert(byte[] file, String extension, String format) {
        var soffice = Programs.need("LibreOffice", "GIAOBAN_SOFFICE", List.of("soffice", "libreoffice"));
        try {
            var folder = Files.createTempDirectory("giaoban-office-");
            var source = Files.write(folder.resolve("tep." + extension), file);
            var out = Files.createDirectory(folder.resolve("out"));
            run(List.of(
                    soffice.toString(),
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    format,
                    "--outdir",
                    out.toString(),
                    source.toString()));
            var target = out.resolve("tep." + format.replaceAll("[:].*", ""));
            assertThat(target).as("LibreOffice opens the file").exists();
            return Files.readAllBytes(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a document, as LibreOffice shows them. */
    public static String text(byte[] file, String extension) {
        var pdftotext = Programs.need("pdftotext (poppler-utils)", "GIAOBAN_PDFTOTEXT", List.of("pdftotext"));
        try {
            var folder = Files.createTempDirectory("giaoban-pdf-");
            var pdf = Files.write(folder.resolve("tep.pdf"), convert(file, extension, "pdf"));
            var text = folder.resolve("tep.txt");
            run(List.of(pdftotext.toString(), "-layout", "-enc", "UTF-8", pdf.toString(), text.toString()));
            return Files.readString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) throws IOException {
        var log = Files.createTempFile("giaoban-program-", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("%s ends", command.getFirst())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
        assertThat(process.exitValue()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
