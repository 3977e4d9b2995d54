package org.giaoban.meetings;

import java.util.List;

/** Pages that modules above add to a meeting's own, as far as the viewer may open them. */
public interface MeetingTabs {

    List<Tab> of(MeetingLine meeting, boolean runs);

    /** A page of the meeting; the smaller order stands first, the meeting's own pages have 10 to 50. */
    record Tab(int order, String href, String label) {}
}
