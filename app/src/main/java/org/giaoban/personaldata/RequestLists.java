package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.REQUEST;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Slice;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The requests a viewer answers, and their own. */
@Repository
@Transactional(readOnly = true)
class RequestLists {

    static final int PAGE = 50;
    private static final int MOST_COUNTED = 999;
    private static final int MOST_EXPORTED = 5_000;

    private final RequestRepository repository;
    private final Access access;
    private final RequestRights rights;
    private final CurrentViewer viewer;

    RequestLists(RequestRepository repository, Access access, RequestRights rights, CurrentViewer viewer) {
        this.repository = repository;
        this.access = access;
        this.rights = rights;
        this.viewer = viewer;
    }

    /** Page by page; {@code next} is how many were shown before. */
    Slice<RequestLine> page(RequestFilter filter) {
        var found = lines(repository.where(which(filter), filter.from(), PAGE + 1));
        return Slice.of(found, PAGE, line -> String.valueOf(filter.from() + PAGE));
    }

    List<RequestLine> all(RequestFilter filter) {
        return lines(repository.where(which(filter), 0, MOST_EXPORTED));
    }

    private Condition which(RequestFilter filter) {
        var which = handled().and(filter.open() ? RequestRepository.OPEN : DSL.noCondition());
        return filter.asked()
                .map(kind -> which.and(RequestRepository.kind(kind)))
                .orElse(which);
    }

    /** The units whose books the lines stand in; each unit counts its own. */
    Map<UnitId, String> units(List<RequestLine> lines) {
        return rights.names(lines.stream().map(line -> line.request().unit()).collect(Collectors.toSet()));
    }

    List<RequestLine> urgent(int most) {
        return lines(repository.where(handled().and(RequestRepository.OPEN), 0, most));
    }

    int open() {
        return repository.count(handled().and(RequestRepository.OPEN), MOST_COUNTED);
    }

    List<RequestLine> own() {
        return lines(repository.ofAccount(viewer.get().account(), PAGE));
    }

    private List<RequestLine> lines(List<Request> found) {
        var today = rights.today();
        return found.stream().map(one -> new RequestLine(one, today)).toList();
    }

    private Condition handled() {
        return access.scope(Capability.PERSONAL_DATA).condition(REQUEST.UNIT_ID);
    }
}
