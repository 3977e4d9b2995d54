package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.giaoban.identity.Account;
import org.giaoban.identity.Away;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Proof;
import org.giaoban.identity.ProvenSession;
import org.giaoban.identity.Viewer;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.LocalPath;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes, shows and removes passkeys. What the device signed comes back in a field of an ordinary form. */
@Controller
class PasskeyController {

    private static final String HREF = "/account/factors";
    private static final String WORK = "/work";
    private static final int LONGEST_LABEL = 100;

    private final Passkeys passkeys;
    private final Factors factors;
    private final ProvenSession session;
    private final CurrentViewer viewer;
    private final Flash flash;

    PasskeyController(Passkeys passkeys, Factors factors, ProvenSession session, CurrentViewer viewer, Flash flash) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.session = session;
        this.viewer = viewer;
        this.flash = flash;
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF + "/passkeys/options")
    void toMake(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(passkeys.toMake(viewer.get().account(), request), response);
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF + "/passkeys")
    String keep(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = label.isBlank() ? "Passkey" : label.strip();
        var kept = passkeys.keep(
                viewer.get().account(), credential, name.substring(0, Math.min(name.length(), LONGEST_LABEL)), request);
        if (kept) {
            factors.passkeyMade(viewer.get().account());
            session.endOthers(request);
            session.renew(Proof.FACTOR, request, response);
            flash.ok("factors.passkey.made");
        } else {
            flash.error("factors.passkey.not-made");
        }
        return "redirect:" + HREF;
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF + "/passkeys/{id}/remove")
    String remove(@PathVariable UUID id) {
        factors.removePasskey(viewer.get().account(), id);
        flash.ok("factors.passkey.removed");
        return "redirect:" + HREF;
    }

    /** For a log-in, for its second step, and for a fresh proof of whoever is signed in. */
    @ForEveryone
    @PostMapping("/login/passkey/options")
    void toShow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var account = viewer.find()
                .map(Viewer::account)
                .or(() -> session.halfWay(request).map(Account::id));
        answer(passkeys.toShow(account.orElse(null), request), response);
    }

    @ForEveryone
    @PostMapping("/login/passkey")
    void enter(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = passkeys.shown(credential, request).flatMap(factors::open);
        if (account.isEmpty()) {
            Away.to("/login?problem=passkey-wrong", request, response);
            return;
        }
        session.enter(account.get(), request, response);
        Away.to(LocalPath.of(next, WORK), request, response);
    }

    private static void answer(String json, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
