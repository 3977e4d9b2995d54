package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.TREE_WATCH;

import java.util.List;
import org.giaoban.organization.Organization;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes reports whose tree of the past has become another one: by a reorganisation that was carried out for a day gone by, or
 * undone. Nothing is sent then, and yet the figures may move.
 */
@Repository
@Transactional
class TreeWatch {

    private static final int MOST = 200_000;

    private final DSLContext db;
    private final LevelRepository reports;
    private final Stirs stirs;
    private final TreeMarks marks;
    private final Organization organization;

    TreeWatch(DSLContext db, LevelRepository reports, Stirs stirs, TreeMarks marks, Organization organization) {
        this.db = db;
        this.reports = reports;
        this.stirs = stirs;
        this.marks = marks;
        this.organization = organization;
    }

    /** Looks once after every change of the tree, on whichever server comes first. */
    void look() {
        var state = organization.state().toString();
        if (db.fetchExists(TREE_WATCH, TREE_WATCH.LOOKED.eq(state))) {
            return;
        }
        var held = db.select(TREE_WATCH.LOOKED)
                .from(TREE_WATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (held.isNotEmpty() && !state.equals(held.getFirst().value1())) {
            reports.marked(MOST).forEach(this::compare);
            db.update(TREE_WATCH).set(TREE_WATCH.LOOKED, state).execute();
        }
    }

    /** A report of before the marks were kept only gets its mark. */
    private void compare(LevelRepository.Marked one) {
        var row = one.row();
        var mark = marks.of(row.unit(), row.period().lastDay());
        if (!mark.equals(one.mark())) {
            if (one.mark() != null) {
                stirs.note(List.of(row), row.unit(), "TREE");
            }
            reports.mark(row.id(), mark);
        }
    }
}
