package org.giaoban.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this installation is reached, for what leaves it: papers, workbooks, letters. */
@Component
public class SiteAddress {

    private static final String NOWHERE_ELSE = "http://localhost:8080";

    private final String site;

    SiteAddress(@Value("${giaoban.mail.site:}") String site) {
        this.site = site.strip().replaceAll("/+$", "");
    }

    /** The whole address of a page: as the installation says it, otherwise as the present request came in. */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        if (!site.isEmpty()) {
            return site;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? NOWHERE_ELSE
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
