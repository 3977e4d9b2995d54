package org.giaoban.reporting;

import org.springframework.stereotype.Component;

/** The tables of a return, always written together under the lock of its row. */
@Component
record ReturnStore(
        ReturnRepository returns,
        VersionRepository versions,
        FindingRepository findings,
        DraftRepository drafts,
        ReturnWriter writer) {}
