package org.giaoban.personaldata;

import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a person's whole file was gathered, before it is handed over. */
@Service
@Transactional
class FileTrail {

    private final Audit audit;
    private final CurrentViewer viewer;

    FileTrail(Audit audit, CurrentViewer viewer) {
        this.viewer = viewer;
        this.audit = audit;
    }

    /** Made by somebody else, it is a reading the person can see. */
    void made(Holder holder, String format) {
        var file = new ObjectRef("personal-file", holder.key());
        if (!holder.subject().accounts().contains(viewer.get().account())) {
            audit.read(Map.of(file, holder.keeper()), Map.of("part", "file", "by", Capability.PERSONAL_DATA.key()));
        }
        audit.record("personaldata.file-made", file, holder.keeper(), Map.of("format", format));
    }
}
