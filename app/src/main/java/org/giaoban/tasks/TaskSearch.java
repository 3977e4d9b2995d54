package org.giaoban.tasks;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Formats;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks in the search over everything: those the viewer may open, an order to several units as one. */
@Component
class TaskSearch implements SearchSource {

    private final TaskFinding finding;
    private final Access access;
    private final CurrentViewer viewer;

    TaskSearch(TaskFinding finding, Access access, CurrentViewer viewer) {
        this.finding = finding;
        this.access = access;
        this.viewer = viewer;
    }

    /** Whoever does, gives or is named in a task may open it too. */
    @Override
    public SearchGroup about() {
        return new SearchGroup(40, "tasks.nav.tasks", "checklist", Capability.TASK_READ, true);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> find(String query, Scope scope, int limit) {
        var sight = new TaskFinding.Sight(
                List.of(scope, access.scope(Capability.TASK_DO)),
                List.of(scope, access.scope(Capability.TASK_ASSIGN)),
                viewer.find().map(Viewer::person).orElse(null));
        return finding.find(SearchWords.of(query), sight, limit).stream()
                .map(TaskSearch::hit)
                .toList();
    }

    private static SearchHit hit(TaskRows.Row row) {
        var task = row.task();
        var due = task.terms().dueOn();
        var detail = row.source().label() + " · " + TaskWords.state(task.state());
        return new SearchHit(
                task.title(), due == null ? detail : detail + " · " + Formats.date(due), "/tasks/" + task.id());
    }
}
