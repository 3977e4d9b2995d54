package org.giaoban.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.Tasks;
import org.springframework.stereotype.Component;

/** The work a breach brings, as orders of the unit to itself: find out how bad it is, and tell the authority in time. */
@Component
class BreachOrders {

    private static final String KIND = "breach";

    private final Tasks tasks;
    private final Organization organization;

    BreachOrders(Tasks tasks, Organization organization) {
        this.tasks = tasks;
        this.organization = organization;
    }

    void give(Breach one, Instant assessDue) {
        order(one, "personaldata.breach.order.assess", assessDue);
        order(one, "personaldata.breach.order.report", one.told().reportDue());
    }

    List<TaskLine> of(UUID breach, LocalDate today) {
        return tasks.of(KIND, List.of(breach), today);
    }

    private void order(Breach one, String title, Instant due) {
        var day = LocalDate.ofInstant(due, Zone.ID);
        tasks.assign(new Order(
                Texts.text(title, one.number().text()),
                Texts.text("personaldata.breach.order.measure"),
                day,
                List.of(new Order.Assignee(one.unit(), null, null)),
                one.unit(),
                new SourceRef(
                        KIND,
                        one.id(),
                        Texts.text("personaldata.breach.one", one.number().text()),
                        "/personal-data/breaches/" + one.id()),
                new Order.Reasons(null, Texts.text("personaldata.breach.order.nobody"), null, null)));
    }
}
