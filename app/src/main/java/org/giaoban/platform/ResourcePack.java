package org.giaoban.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A folder of data files on the class path. */
record ResourcePack(String folder) {

    boolean has(String file) {
        return resource(file).exists();
    }

    byte[] bytes(String file) {
        try (var stream = resource(file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, String>> csv(String file) {
        try (var reader = new InputStreamReader(resource(file).getInputStream(), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(reader)
                    .stream()
                    .map(CSVRecord::toMap)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain maps, lists and scalars; {@code type} is the top's type (Map or List). Dates stay as the text in the file when quoted. */
    <T> T yaml(String file, Class<T> type) {
        var yaml = new Yaml(new SafeConstructor(ours()));
        return type.cast(yaml.load(new String(bytes(file), StandardCharsets.UTF_8)));
    }

    /** The packs are our own: what stands once in them may be named as often as they like. */
    private static LoaderOptions ours() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(1_000);
        return options;
    }

    private ClassPathResource resource(String file) {
        return new ClassPathResource(folder + "/" + file);
    }
}
