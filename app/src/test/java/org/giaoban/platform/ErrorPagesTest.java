package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.giaoban.platform.api.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** What becomes of a failure nobody expected. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {

    private final ErrorPages pages = new ErrorPages(new Problems());

    @Test
    void whoeverHungUpIsNoIncident(CapturedOutput output) throws Exception {
        var gone = new ClientAbortException(new IOException("Broken pipe"));

        assertThat(pages.unexpected(gone, request())).isNull();
        assertThat(pages.unexpected(new UncheckedIOException(gone), request())).isNull();
        assertThat(output).doesNotContain("Incident");
    }

    @Test
    void aLineThatBrokeElsewhereIsOne(CapturedOutput output) throws Exception {
        var page = pages.unexpected(new IOException("Broken pipe"), request());

        assertThat(page).isNotNull();
        assertThat(output).contains("Incident", "GET /x");
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("GET", "/x");
    }
}
