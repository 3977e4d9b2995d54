package org.giaoban.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;

/** The moderators' pages beside each other. */
final class ReaderTabs {

    private ReaderTabs() {}

    static Map<String, String> of() {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put("/readers", Texts.text("readers.tab.comments"));
        tabs.put("/readers/reports", Texts.text("readers.tab.reports"));
        tabs.put("/readers/words", Texts.text("readers.tab.words"));
        tabs.put("/readers/rules", Texts.text("readers.tab.rules"));
        tabs.put("/readers/newsletter", Texts.text("readers.tab.newsletter"));
        return tabs;
    }
}
