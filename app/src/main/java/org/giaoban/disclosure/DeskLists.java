package org.giaoban.disclosure;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the viewer prepares and may let out, as lists. */
@Service
@Transactional(readOnly = true)
class DeskLists {

    private static final int PAGE = 50;

    private final DeskRepository desk;
    private final Access access;
    private final CurrentViewer viewer;

    DeskLists(DeskRepository desk, Access access, CurrentViewer viewer) {
        this.desk = desk;
        this.access = access;
        this.viewer = viewer;
    }

    Slice<Item> list(@Nullable Kind kind, Item.@Nullable State state, String words, @Nullable UUID after) {
        var filter = filter(kind, state, VietnameseText.fold(words.strip()), null, after);
        return Slice.of(desk.list(filter, PAGE + 1), PAGE, item -> item.id().toString());
    }

    /** Whether the viewer prepares anywhere; whoever only approves begins nothing. */
    boolean writes() {
        return access.allowsAnywhere(Capability.ARTICLE_WRITE);
    }

    /** Drafts of others that the viewer may let out. */
    List<Item> waiting(int limit) {
        return desk.list(waitingForMe(), limit);
    }

    int waiting() {
        return desk.count(waitingForMe());
    }

    private DeskFilter waitingForMe() {
        var approving = access.scope(Capability.ARTICLE_APPROVE);
        return new DeskFilter(
                approving, approving, null, null, "", viewer.get().account().value(), null);
    }

    private DeskFilter filter(
            @Nullable Kind kind, Item.@Nullable State state, String words, @Nullable UUID notBy, @Nullable UUID after) {
        return new DeskFilter(
                access.scope(Capability.ARTICLE_WRITE),
                access.scope(Capability.ARTICLE_APPROVE),
                kind,
                state,
                words,
                notBy,
                after);
    }
}
