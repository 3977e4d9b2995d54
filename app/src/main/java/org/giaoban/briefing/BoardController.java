package org.giaoban.briefing;

import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.ForSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board's pages. */
@Controller
class BoardController {

    private final Boards boards;
    private final SealedBeside sealed;

    BoardController(Boards boards, SealedBeside sealed) {
        this.boards = boards;
        this.sealed = sealed;
    }

    /** Where one lands after logging in: the board, or the desk for those who read no figures. */
    @ForSignedIn
    @GetMapping("/work")
    String work() {
        return "redirect:" + boards.home().orElse("/desk");
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board")
    String home() {
        return "redirect:" + boards.home().orElse("/desk");
    }

    @Requires(Capability.FIGURES_READ)
    @GetMapping("/board/{unit}/{period}")
    ModelAndView board(
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(defaultValue = "year") String span,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String tree) {
        var board = boards.board(boards.occasion(unit, period, Span.of(span), TreeView.of(tree)));
        if (view.equals("projector")) {
            return new ModelAndView("briefing/projector", "page", BoardPage.of(board));
        }
        var page = new ModelAndView("briefing/board", "page", BoardPage.of(board));
        sealed.reported(board.occasion()).ifPresent(differing -> page.addObject("sealed", differing));
        return page;
    }
}
