package org.giaoban.backup;

import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.AfterRestore;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.Settings;
import org.springframework.stereotype.Component;

/** The log says that what came before it was restored, from where and up to when. */
@Component
class RestoreNoted implements AfterRestore {

    private final Audit audit;
    private final RestoreMark mark;

    RestoreNoted(Audit audit, Settings settings) {
        this.audit = audit;
        this.mark = RestoreMark.in(settings.data());
    }

    @Override
    public void afterRestore() {
        var facts = mark.facts();
        audit.record(
                "backup.restored",
                new ObjectRef("installation", Uuid7.next()),
                null,
                Map.of(
                        "backup-base", facts.getProperty("base", ""),
                        "backup-asked", facts.getProperty("asked", ""),
                        "backup-reached", facts.getProperty("reached", "")));
    }
}
