package org.giaoban.organization;

import java.util.List;
import java.util.Map;
import org.giaoban.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * The page of one unit as of a day.
 *
 * @param exists whether it existed that day; if not, the nearest version is shown
 */
record UnitPage(
        String code,
        String name,
        String kind,
        String icon,
        String day,
        String dayText,
        boolean exists,
        List<Step> path,
        Map<String, String> tabs,
        String active,
        List<Fact> facts,
        List<TreePage.Node> children,
        List<Seat> seats,
        List<Seat> formerly,
        List<Version> versions,
        List<AuditEntry> history,
        Descent descent,
        List<UnitPanel.Panel> panels,
        boolean mayEdit,
        boolean mayReadHistory,
        boolean mayAskWhoSees) {

    /** What the unit came from, what became of it, and on its own tab the drawing of both. */
    public record Descent(
            List<Fate> origins, List<Fate> fates, @Nullable LineageDrawing drawing) {}

    /** A unit above, with its address. */
    public record Step(String name, String href) {}

    /** A line of the overview. */
    public record Fact(String label, String value) {}

    /**
     * A post and who holds it.
     *
     * @param href the person's page, when the viewer may open it
     */
    public record Seat(
            String mandate,
            String title,
            String person,
            @Nullable String href,
            String method,
            String span,
            String decision,
            boolean open) {}

    /** What the unit was like for a time. */
    public record Version(String name, String kind, String above, String span, boolean shown) {}
}
