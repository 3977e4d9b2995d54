package org.giaoban.meetings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a meeting of a story the parts of its day and an agenda of its own, where the file has them. */
@Component
class StoryProgram {

    private final AgendaRepository agendas;
    private final PartRepository parts;

    StoryProgram(AgendaRepository agendas, PartRepository parts) {
        this.agendas = agendas;
        this.parts = parts;
    }

    void enter(MeetingId id, YamlNode node, Meeting.Plan plan) {
        var day = plan.startsAt().atZone(Zone.ID).toLocalDate();
        var all = new ArrayList<DayPart>();
        for (var part : node.nodes("parts")) {
            all.add(new DayPart(
                    Uuid7.next(),
                    all.size() + 1,
                    part.get("title"),
                    day.atTime(LocalTime.parse(part.get("starts")))
                            .atZone(Zone.ID)
                            .toInstant(),
                    part.number("minutes"),
                    null));
        }
        if (!all.isEmpty()) {
            parts.replace(id, all);
        }
        var items = new ArrayList<AgendaItem>();
        for (var item : node.nodes("agenda")) {
            items.add(item(item, items.size() + 1, all));
        }
        if (!items.isEmpty()) {
            agendas.replace(id, items);
        }
    }

    private static AgendaItem item(YamlNode node, int position, List<DayPart> parts) {
        var more = new AgendaItem.More(
                ItemKind.valueOf(node.get("kind")),
                node.has("least"),
                Integer.parseInt(node.or("least", "0")),
                part(node, parts),
                node.find("outcome"),
                Reach.valueOf(node.or("reach", Reach.INTERNAL.name())),
                null);
        return new AgendaItem(
                Uuid7.next(),
                position,
                node.get("title"),
                node.number("minutes"),
                node.find("presenter"),
                node.yes("carried"),
                AgendaItem.Notes.EMPTY,
                more);
    }

    private static @Nullable UUID part(YamlNode node, List<DayPart> parts) {
        var number = node.find("part");
        return number == null ? null : parts.get(Integer.parseInt(number) - 1).id();
    }
}
