package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.springframework.boot.test.context.TestComponent;

/** Orders for tests, given by the system in the name of the district. */
@TestComponent
class Given {

    private final Tasks tasks;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    Given(Tasks tasks, Organization organization, Accounts accounts, CurrentViewer viewer) {
        this.tasks = tasks;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    TaskId order(String title, LocalDate due, String... codes) {
        var assignees = Arrays.stream(codes)
                .map(code -> new Order.Assignee(unit(code), null, "BI_THU"))
                .toList();
        var source = new SourceRef("test", UUID.randomUUID(), "Thử", "/meetings");
        var order = new Order(title, "một báo cáo", due, assignees, unit("SL"), source, Order.Reasons.NONE);
        return viewer.as(Viewer.SYSTEM, () -> tasks.assign(order));
    }

    void deeds(TaskId order, String code, Deed... deeds) {
        viewer.run(Viewer.SYSTEM, () -> tasks.enter(order, unit(code), List.of(deeds)));
    }

    TaskLine line(TaskId id, LocalDate asOf) {
        return viewer.as(Viewer.SYSTEM, () -> tasks.find(id, asOf).orElseThrow());
    }

    String name(String code) {
        return organization
                .shortNames(List.of(unit(code)), LocalDate.of(2018, 11, 1))
                .get(unit(code));
    }

    UnitId unit(String code) {
        return organization.idOf(code);
    }

    <T> T as(String login, Supplier<T> work) {
        var who = accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
        return viewer.as(who, work);
    }
}
