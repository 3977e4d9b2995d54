package org.giaoban.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.files.Upload;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One person who prepares and one who lets out, for tests. */
@Component
class PressOffice {

    static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes();

    private final Preparing preparing;
    private final Disclosures disclosures;
    private final Organization organization;
    private final Accounts accounts;
    private final CurrentViewer viewer;

    PressOffice(
            Preparing preparing,
            Disclosures disclosures,
            Organization organization,
            Accounts accounts,
            CurrentViewer viewer) {
        this.preparing = preparing;
        this.disclosures = disclosures;
        this.organization = organization;
        this.accounts = accounts;
        this.viewer = viewer;
    }

    UnitId unit(String code) {
        return organization.idOf(code);
    }

    Viewer who(String login) {
        return accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
    }

    UUID prepared(Kind kind, UnitId unit, Map<String, String> facts) {
        return viewer.as(who("vanphong"), () -> {
            var file = kind == Kind.PAPER ? Upload.of("van-ban.pdf", PDF) : null;
            return preparing.begin(preparing.blank(kind, unit), new Facts(facts), file);
        });
    }

    void released(UUID id) {
        viewer.run(
                who("thuongtruc"),
                () -> disclosures.release(id, disclosures.get(id).revision(), true));
    }

    UUID out(Kind kind, UnitId unit, Map<String, String> facts) {
        var id = prepared(kind, unit, facts);
        released(id);
        return id;
    }

    UUID out(Kind kind, String unit, Map<String, String> facts) {
        return out(kind, unit(unit), facts);
    }

    static Map<String, String> paper(String symbol, String title, @Nullable String more) {
        var facts = new HashMap<>(Map.of(
                "sort", "thong-bao",
                "symbol", symbol,
                "issuer", "Huyện ủy Sông Lam",
                "title", title,
                "onDay", "2018-10-20"));
        if (more != null) {
            facts.put("titleEn", more);
        }
        return facts;
    }
}
