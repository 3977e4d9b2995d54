package org.giaoban.platform;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Whose turn it is when more ask than can be served: see {@link Arrivals}. */
@Component
class ServerThreads implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int FEW_PER_PROCESSOR = 8;

    /** Many kept pages are answered in that time, and none takes so long. */
    private static final Duration PATIENCE = Duration.ofMillis(2);

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        var few = FEW_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        server.addProtocolHandlerCustomizers(handler -> handler.setExecutor(new Arrivals(few, PATIENCE)));
    }
}
