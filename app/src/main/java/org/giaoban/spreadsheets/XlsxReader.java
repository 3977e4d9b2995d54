package org.giaoban.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** Reads the parts of an Office Open XML workbook. */
final class XlsxReader {

    private static final int MAX_STRINGS = 200_000;

    private final Parts parts;
    private final Collected collected = new Collected();

    XlsxReader(Parts parts) {
        this.parts = parts;
    }

    Spreadsheet read() {
        var targets = relationships();
        var sheets = new LinkedHashMap<String, String>();
        var names = new HashMap<String, String>();
        workbook(sheets, names, targets);
        if (sheets.isEmpty()) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        // Two sheets on one part would have it read twice, two million a million times.
        if (sheets.size() > Collected.MAX_SHEETS || new HashSet<>(sheets.values()).size() < sheets.size()) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        var strings = sharedStrings();
        var styles = XlsxStyles.read(parts);
        sheets.forEach((name, part) ->
                parts.xml(part).ifPresent(xml -> new XlsxSheet(name, xml, strings, styles, collected).read()));
        names.forEach(collected::name);
        return collected.as(Spreadsheet.Format.XLSX, List.copyOf(sheets.keySet()));
    }

    private Map<String, String> relationships() {
        var targets = new HashMap<String, String>();
        var xml = parts.required("xl/_rels/workbook.xml.rels");
        while (xml.next()) {
            if (xml.starts("Relationship")) {
                if (xml.value("TargetMode").equals("External")) {
                    throw new UnreadableSpreadsheet(Why.EXTERNAL_LINKS);
                }
                String target = xml.value("Target");
                targets.put(xml.value("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    private void workbook(Map<String, String> sheets, Map<String, String> names, Map<String, String> targets) {
        var xml = parts.required("xl/workbook.xml");
        while (xml.next()) {
            if (xml.starts("sheet")) {
                sheets.put(xml.value("name"), targets.getOrDefault(relationship(xml), ""));
            } else if (xml.starts("definedName")) {
                String name = xml.value("name");
                var target = new StringBuilder();
                while (xml.next() && !xml.ends("definedName")) {
                    target.append(xml.text());
                }
                names.put(name, target.toString());
            }
        }
    }

    private static String relationship(Xml xml) {
        var id = xml.attribute("r", "id");
        return id == null ? xml.value("id") : id;
    }

    private List<String> sharedStrings() {
        var strings = new ArrayList<String>();
        parts.xml("xl/sharedStrings.xml").ifPresent(xml -> {
            while (xml.next()) {
                if (xml.starts("si")) {
                    if (strings.size() == MAX_STRINGS) {
                        throw new UnreadableSpreadsheet(Why.TOO_LARGE);
                    }
                    strings.add(richText(xml, "si"));
                }
            }
        });
        return strings;
    }

    /** The text of a string item: its runs joined, the reading aids for Asian scripts left out. */
    static String richText(Xml xml, String element) {
        var text = new StringBuilder();
        boolean inText = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh")) {
                xml.skip();
            } else if (xml.name().equals("t")) {
                inText = xml.starts();
            } else if (inText) {
                text.append(xml.text());
            }
        }
        return Collected.unescape(text.toString());
    }
}
