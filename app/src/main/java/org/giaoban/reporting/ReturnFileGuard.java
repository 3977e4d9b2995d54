package org.giaoban.reporting;

import java.util.UUID;
import org.giaoban.files.FileGuard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may read a unit's return may download the workbooks it came in. */
@Component
class ReturnFileGuard implements FileGuard {

    private final ReturnRepository returns;
    private final Door door;

    ReturnFileGuard(ReturnRepository returns, Door door) {
        this.returns = returns;
        this.door = door;
    }

    @Override
    public String ownerKind() {
        return ReturnId.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(UUID ownerId) {
        return returns.find(ownerId).map(row -> door.mayRead(row.unit())).orElse(false);
    }
}
