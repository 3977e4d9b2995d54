package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Proof;
import org.giaoban.identity.ProvenSession;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.QrDrawing;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Two steps": what the viewer signs in with besides the password. */
@Controller
class FactorsController {

    private static final String HREF = "/account/factors";
    private static final String APP = HREF + "/app";

    private final Factors factors;
    private final Recoveries recoveries;
    private final OutsideTies ties;
    private final Proving proving;
    private final ProvenSession session;
    private final CurrentViewer viewer;
    private final Flash flash;

    FactorsController(
            Factors factors,
            Recoveries recoveries,
            OutsideTies ties,
            Proving proving,
            ProvenSession session,
            CurrentViewer viewer,
            Flash flash) {
        this.factors = factors;
        this.recoveries = recoveries;
        this.ties = ties;
        this.proving = proving;
        this.session = session;
        this.viewer = viewer;
        this.flash = flash;
    }

    /**
     * @param lacking the right for which a second factor is asked and missing
     * @param recovery what officers ask in the name of the viewer, who is evidently not locked out
     */
    public record Page(
            Factors.Owned owned,
            @Nullable Capability lacking,
            @Nullable Recovery recovery,
            @Nullable Server server) {}

    /** Another organisation's server that may vouch for the viewer, and for whom it does. */
    public record Server(String name, OutsideRepository.@Nullable Tie tie) {}

    /** @param secret in groups, for whoever types it into the app */
    public record AppPage(
            String secret,
            String address,
            QrDrawing qr,
            @Nullable String error) {}

    public record PaperPage(List<String> codes, String login) {}

    @ForSignedIn
    @GetMapping(HREF)
    ModelAndView page() {
        var lacking = proving.lacking().orElse(null);
        var server = ties.name().map(name -> new Server(name, ties.own().orElse(null)));
        var page = new Page(factors.of(me()), lacking, recoveries.ownOpen().orElse(null), server.orElse(null));
        return new ModelAndView("factors/factors", "page", page);
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(APP)
    String begin() {
        factors.begin(me());
        return "redirect:" + APP;
    }

    @ForSignedIn
    @GetMapping(APP)
    ModelAndView app() {
        return app(null);
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(APP + "/confirm")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var typed = code.strip().replace(" ", "");
        var paper = factors.confirm(me(), typed);
        if (paper.isEmpty()) {
            var again = app(Texts.text("factors.code.wrong"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        session.endOthers(request);
        session.renew(Proof.FACTOR, request, response);
        return paper(paper);
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(APP + "/remove")
    String removeApp() {
        factors.removeApp(me());
        flash.ok("factors.app.removed");
        return "redirect:" + HREF;
    }

    @ForSignedIn
    @Weighty(Weight.FACTORS)
    @PostMapping(HREF + "/paper")
    ModelAndView newPaper() {
        return paper(factors.newPaper(me()));
    }

    private ModelAndView app(@Nullable String error) {
        Optional<byte[]> begun = factors.begun(me());
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:" + HREF);
        }
        var secret = Base32.of(begun.get());
        var address = AppAddress.of(viewer.get().login(), secret);
        var page = new AppPage(secret.replaceAll("(.{4})(?=.)", "$1 "), address, QrDrawing.of(address), error);
        return new ModelAndView("factors/app", "page", page);
    }

    /** Shown as the answer itself and never kept: a redirect would have to store the codes somewhere. */
    private ModelAndView paper(List<String> codes) {
        return new ModelAndView(
                "factors/paper", "page", new PaperPage(codes, viewer.get().login()));
    }

    private AccountId me() {
        return viewer.get().account();
    }
}
