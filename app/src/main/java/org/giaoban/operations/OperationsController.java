package org.giaoban.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.PartState;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The screen of those who keep the system running. */
@Controller
class OperationsController {

    private final Parts parts;

    OperationsController(Parts parts) {
        this.parts = parts;
    }

    /** All parts, the worst first. */
    public record Page(Instant at, PartState.Level level, List<PartState> parts) {

        /** Lines that ask for something to be done. */
        public long open() {
            return parts.stream()
                    .flatMap(part -> part.lines().stream())
                    .filter(line -> line.level() != PartState.Level.FINE)
                    .count();
        }
    }

    @Requires(Capability.OPERATIONS)
    @GetMapping("/operations")
    ModelAndView page() {
        var states = parts.all().stream().map(Parts.Part::state).toList();
        var worst = states.stream()
                .map(PartState::level)
                .max(Comparator.naturalOrder())
                .orElse(PartState.Level.FINE);
        // Machines have no story: this is the hour it is.
        return new ModelAndView(
                "operations/page", "page", new Page(Clock.systemUTC().instant(), worst, states));
    }
}
