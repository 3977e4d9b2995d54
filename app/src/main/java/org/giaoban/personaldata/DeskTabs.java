package org.giaoban.personaldata;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;

/** The rooms of those who answer for personal data. */
final class DeskTabs {

    private DeskTabs() {}

    static Map<String, String> all() {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put("/personal-data", Texts.text("personaldata.tab.requests"));
        tabs.put("/personal-data/breaches", Texts.text("personaldata.tab.breaches"));
        tabs.put("/personal-data/purposes", Texts.text("personaldata.tab.purposes"));
        return tabs;
    }
}
