package org.giaoban.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** The parts of an archive that was looked through before, by name. */
record Parts(Map<String, byte[]> bytes) {

    static Parts of(byte[] archive, String... prefixes) {
        var parts = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (wanted(entry.getName(), prefixes)) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        return new Parts(Map.copyOf(parts));
    }

    private static boolean wanted(String name, String... prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return !name.startsWith("xl/media/");
            }
        }
        return false;
    }

    Optional<Xml> xml(String name) {
        return Optional.ofNullable(bytes.get(name)).map(Xml::new);
    }

    Xml required(String name) {
        return xml(name).orElseThrow(() -> new UnreadableSpreadsheet(Why.BROKEN));
    }
}
