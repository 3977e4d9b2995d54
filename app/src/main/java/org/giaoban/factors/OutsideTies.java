package org.giaoban.factors;

import java.util.Map;
import java.util.Optional;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.factors.OutsideRepository.Tie;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.OtherDoor;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties accounts to people of the other server. Only the owner ties, signed in here: no name over there opens an account by being alike. */
@Service
@Transactional
class OutsideTies implements OtherDoor {

    private final OutsideSettings settings;
    private final OutsideRepository repository;
    private final CurrentViewer viewer;
    private final Audit audit;

    OutsideTies(OutsideSettings settings, OutsideRepository repository, CurrentViewer viewer, Audit audit) {
        this.settings = settings;
        this.repository = repository;
        this.viewer = viewer;
        this.audit = audit;
    }

    @Override
    public Optional<String> name() {
        return settings.on() ? Optional.of(settings.name()) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<Tie> own() {
        return settings.on() ? repository.of(viewer.get().account(), settings.issuer()) : Optional.empty();
    }

    /** The account somebody there opens. */
    public Optional<AccountId> use(Outside who) {
        return repository.use(who);
    }

    public void tie(Outside who) {
        var me = viewer.get().account();
        try {
            repository.tie(me, who);
        } catch (DuplicateKeyException taken) {
            throw new Refused("factors.outside.taken");
        }
        tell(me, "factors.outside-on");
    }

    public void untie() {
        var me = viewer.get().account();
        if (!repository.untie(me)) {
            throw new NotFound(me);
        }
        tell(me, "factors.outside-off");
    }

    private void tell(AccountId account, String act) {
        audit.record(act, new ObjectRef("account", account.value()), null, Map.of());
    }
}
