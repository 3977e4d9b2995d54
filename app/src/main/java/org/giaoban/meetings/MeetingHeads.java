package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.giaoban.meetings.MeetingTabs.Tab;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the pages of a meeting in a row, its own and those of the modules above. */
@Component
class MeetingHeads {

    static final List<String> OWN = List.of("agenda", "invited", "carried", "conclusions", "history");

    private final ObjectProvider<MeetingTabs> others;
    private final MeetingNames names;

    MeetingHeads(ObjectProvider<MeetingTabs> others, MeetingNames names) {
        this.others = others;
        this.names = names;
    }

    MeetingHead of(MeetingLine line, boolean runs) {
        var tabs = new ArrayList<Tab>();
        for (var name : OWN) {
            // the history stands last
            var order = name.equals(OWN.getLast()) ? 1_000 : 10 * (tabs.size() + 1);
            tabs.add(new Tab(order, href(line.id(), name), Texts.text("meetings.tab." + name)));
        }
        others.forEach(one -> tabs.addAll(one.of(line, runs)));
        var sorted = new LinkedHashMap<String, String>();
        tabs.stream().sorted(Comparator.comparingInt(Tab::order)).forEach(tab -> sorted.put(tab.href(), tab.label()));
        return new MeetingHead(line, names.unit(line.unit(), line.day()), sorted, runs);
    }

    static String href(MeetingId id, String name) {
        return id.href() + (name.equals(OWN.getFirst()) ? "" : "?tab=" + name);
    }
}
