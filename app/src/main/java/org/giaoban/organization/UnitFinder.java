package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds units by words without tones, among those in which the viewer holds a capability. */
@Service
@Transactional(readOnly = true)
public class UnitFinder {

    private final TreeSearch search;
    private final Access access;

    UnitFinder(TreeSearch search, Access access) {
        this.search = search;
        this.access = access;
    }

    /** The units of the day whose name holds every word, or whose code begins so, in the order of the tree. */
    public List<Unit> find(String words, LocalDate day, Capability capability, int limit) {
        return search.on(day, words, access.scope(capability), limit);
    }
}
