package org.giaoban.tasks;

import java.util.List;
import java.util.UUID;
import org.giaoban.files.FileGuard;
import org.giaoban.files.FileOwner;
import org.giaoban.files.Files;
import org.giaoban.files.StoredFile;
import org.giaoban.files.Upload;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The files that prove work: stored before the report's transaction begins, read by whoever may read the task. */
@Service
class TaskProofs implements FileGuard {

    private static final String KIND = "task";

    private final TaskRepository repository;
    private final TaskRights rights;
    private final TaskWork work;
    private final Files files;

    TaskProofs(TaskRepository repository, TaskRights rights, TaskWork work, Files files) {
        this.repository = repository;
        this.rights = rights;
        this.work = work;
        this.files = files;
    }

    void report(UUID id, @Nullable String text, List<Upload> uploads) {
        var task = repository.find(id).orElseThrow(() -> new NotFound(id));
        rights.toDo(task);
        var unit =
                task.duty().unit() == null ? task.duty().giver() : task.duty().unit();
        var owner = new FileOwner(KIND, id);
        var stored =
                uploads.stream().map(upload -> files.store(upload, owner, unit)).toList();
        try {
            work.report(id, text, stored);
        } catch (Refused refused) {
            stored.stream().map(StoredFile::id).forEach(files::remove);
            throw refused;
        }
    }

    @Override
    public String ownerKind() {
        return KIND;
    }

    @Override
    public boolean mayRead(UUID ownerId) {
        return repository.find(ownerId).filter(rights::mayRead).isPresent();
    }
}
