package org.giaoban.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.giaoban.platform.api.ApiPath;
import org.giaoban.platform.api.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The one place where failures become pages: what happened, what was kept, what to do, and an incident id for the unexpected. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** The field of every form that says which page it came from. */
    private static final String TOKEN = "_csrf";

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound e) {
        return page(HttpStatus.NOT_FOUND, null, null);
    }

    /** An id in the address that is no id is an address that does not exist. */
    @ExceptionHandler
    ModelAndView noSuchAddress(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, null, null);
    }

    /** A form that should bring a file and is none. Too large a file has its own status. */
    @ExceptionHandler
    ModelAndView noUpload(MultipartException e) {
        var tooLarge = e instanceof MaxUploadSizeExceededException;
        return page(tooLarge ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, null, null);
    }

    @ExceptionHandler
    ModelAndView refused(Refused e) {
        return page(HttpStatus.CONFLICT, e.text(), null);
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(ConcurrencyFailureException e) {
        return page(HttpStatus.CONFLICT, Texts.text("platform.error.changed-meanwhile"), null);
    }

    /** What the database says of it names rows; neither the page nor the log does. */
    @ExceptionHandler
    ModelAndView notKept(DataIntegrityViolationException e, HttpServletRequest request) {
        var broken = Violation.of(e);
        LOG.warn("Not kept at {} {}: {}", request.getMethod(), request.getRequestURI(), broken);
        return page(HttpStatus.CONFLICT, Texts.text(broken.key()), null);
    }

    /** Letters that are none, found when a handler read its fields. */
    @ExceptionHandler
    ModelAndView unreadable(RequestRejectedException e) {
        return page(HttpStatus.BAD_REQUEST, null, null);
    }

    /** No page for whoever has gone away, and no incident: nothing is broken here. */
    @ExceptionHandler
    @Nullable
    ModelAndView unexpected(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof org.springframework.security.access.AccessDeniedException
                || e instanceof org.springframework.security.core.AuthenticationException) {
            throw e;
        }
        if (hungUp(e)) {
            return null;
        }
        if (Outage.of(e).isPresent()) {
            throw e; // nothing of this page can be drawn now; the filter outside has one that can
        }
        if (e instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
            return page(known.getStatusCode(), null, null);
        }
        return incident(e, request.getMethod() + " " + request.getRequestURI());
    }

    /** Failures outside a handler: in filters, while rendering, or an address nobody serves. */
    @ForEveryone
    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView outside(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatusCode.valueOf(code == null ? 404 : code);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (ApiPath.asked(request)) {
            problems.write(request, response, failure == null ? new ResponseStatusException(status) : failure);
            return null;
        }
        if (status.is5xxServerError() && failure != null) {
            return incident(failure, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        }
        var page = page(status, null, null);
        page.addObject("lost", LostForm.of(request, TOKEN));
        return page;
    }

    private static boolean hungUp(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance);
    }

    private static ModelAndView incident(Throwable failure, String where) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {}", incident, where, failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, null, incident);
    }

    private static ModelAndView page(HttpStatusCode status, @Nullable String message, @Nullable String incident) {
        var view = new ModelAndView("platform/error");
        view.addObject("status", described(status.value()));
        view.addObject("message", message);
        view.addObject("incident", incident);
        view.setStatus(status);
        return view;
    }

    /** The nearest status that has sentences of its own. */
    private static int described(int status) {
        if (Texts.has("platform.fault." + status + ".title")) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }
}
