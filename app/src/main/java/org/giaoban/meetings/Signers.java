package org.giaoban.meetings;

import java.util.List;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who signs the papers of a meeting today. */
@Component
class Signers {

    private final Organization organization;
    private final Mandates mandates;
    private final MeetingNames names;

    Signers(Organization organization, Mandates mandates, MeetingNames names) {
        this.organization = organization;
        this.mandates = mandates;
        this.names = names;
    }

    @Nullable
    Mandate find(UnitId unit, MeetingKind.Notice notice) {
        var kind = notice.signerKind();
        var post = notice.signerPost();
        if (kind == null || post == null) {
            return null;
        }
        return organization.children(unit, names.today()).stream()
                .filter(child -> child.kind().equals(kind))
                .flatMap(office -> mandates.holder(office.id(), post, names.today()).stream())
                .findFirst()
                .orElse(null);
    }

    String post(Mandate signer) {
        return mandates.postName(signer.post());
    }

    String name(Mandate signer) {
        return names.people(List.of(signer.person())).getOrDefault(signer.person(), "");
    }
}
