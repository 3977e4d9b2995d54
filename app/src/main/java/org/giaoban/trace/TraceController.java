package org.giaoban.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that follows an order, a meeting, an indicator or a directive to both ends; the use case asks for each right. */
@Controller
class TraceController {

    private final Traces traces;
    private final Clock clock;

    TraceController(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    /** What the page shows. */
    public record Page(Trace trace, LocalDate asOf) {}

    @GetMapping("/trace/tasks/{id}")
    @ForSignedIn
    ModelAndView task(@PathVariable UUID id) {
        return page(traces.ofTask(id));
    }

    @GetMapping("/trace/meetings/{id}")
    @ForSignedIn
    ModelAndView meeting(@PathVariable UUID id) {
        return page(traces.ofMeeting(id));
    }

    @GetMapping("/trace/indicators/{code}")
    @ForSignedIn
    ModelAndView indicator(@PathVariable String code) {
        return page(traces.ofIndicator(code));
    }

    @GetMapping("/trace/directives")
    @ForSignedIn
    ModelAndView directive(@RequestParam(defaultValue = "") String number) {
        return page(traces.ofDirective(number.strip()));
    }

    private ModelAndView page(Trace trace) {
        return new ModelAndView("trace/trace", "page", new Page(trace, LocalDate.now(clock)));
    }
}
