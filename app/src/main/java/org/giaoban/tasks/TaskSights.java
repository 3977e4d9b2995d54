package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.organization.Mandates;
import org.giaoban.tasks.TaskFilter.View;
import org.giaoban.tasks.TaskListing.Post;
import org.giaoban.tasks.TaskListing.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what the current viewer may see in each view. */
@Component
class TaskSights {

    private final Access access;
    private final CurrentViewer viewer;
    private final Mandates mandates;

    /** The viewer's posts on a day; several counters of one page ask for them. */
    private record Held(LocalDate day, List<Post> posts) {}

    TaskSights(Access access, CurrentViewer viewer, Mandates mandates) {
        this.access = access;
        this.viewer = viewer;
        this.mandates = mandates;
    }

    Sight of(View view, LocalDate today) {
        return switch (view) {
            case MINE -> mine(today);
            case OWED -> own(view, today);
            case WAITING -> new Sight(view, null, List.of(), List.of(access.scope(Capability.TASK_ASSIGN)));
            case RAISED, INVOLVED -> own(view, today);
            case UNIT -> units(view, Capability.TASK_READ, Capability.TASK_DO);
            case GIVEN -> units(view, Capability.TASK_READ, Capability.TASK_ASSIGN);
        };
    }

    /** The viewer's person, posts, and the units the viewer holds a post in and acts for. */
    private Sight own(View view, LocalDate today) {
        var acts = access.scope(Capability.TASK_DO);
        var mine = mine(today);
        var own = mine.posts().stream().map(Post::unit).filter(acts::contains).collect(Collectors.toSet());
        return new Sight(view, mine.person(), mine.posts(), List.of(Scope.of(own)));
    }

    boolean judges() {
        return access.allowsAnywhere(Capability.TASK_ASSIGN);
    }

    private Sight mine(LocalDate today) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        var posts = person == null ? List.<Post>of() : posts(person, today);
        return new Sight(View.MINE, person, posts, List.of());
    }

    private List<Post> posts(PersonId person, LocalDate today) {
        return viewer.remembered(Held.class)
                .filter(held -> held.day().equals(today))
                .map(Held::posts)
                .orElseGet(() -> {
                    var posts = postsOf(person, today);
                    viewer.remember(Held.class, new Held(today, posts));
                    return posts;
                });
    }

    /** The posts of somebody a list is narrowed to. */
    List<Post> postsOf(@Nullable PersonId person, LocalDate today) {
        return person == null
                ? List.of()
                : mandates.of(person, today).stream()
                        .map(mandate -> new Post(mandate.unit(), mandate.post()))
                        .toList();
    }

    private Sight units(View view, Capability first, Capability second) {
        return new Sight(view, null, List.of(), List.of(access.scope(first), access.scope(second)));
    }
}
