package org.giaoban.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageKeyTest {

    @Test
    void visitorsOfOneLanguageAndThemeShareAPageAndOthersDoNot() {
        assertThat(PageKey.of(get("/tin", null))).isEqualTo(PageKey.of(get("/tin", "fbclid=IwAR0x&utm_source=zalo")));
        assertThat(PageKey.of(get("/tin", "after=2018-11-01T00:00:00Z_a&fbclid=x")))
                .isEqualTo(PageKey.of(get("/tin", "after=2018-11-01T00:00:00Z_a")))
                .isNotEqualTo(PageKey.of(get("/tin", null)));
        assertThat(PageKey.of(get("/tin", null, "lang", "en"))).isNotEqualTo(PageKey.of(get("/tin", null)));
        assertThat(PageKey.of(get("/tin", null, "lang", "vi"))).isEqualTo(PageKey.of(get("/tin", null)));
        assertThat(PageKey.of(get("/tin", null, "theme", "dark"))).isNotEqualTo(PageKey.of(get("/tin", null)));
        assertThat(PageKey.of(get("/tin", null, "theme", "pink"))).isEqualTo(PageKey.of(get("/tin", null)));
    }

    @Test
    void whatAsksForMoreHasNoPage() {
        assertThat(PageKey.of(get("/tin", "q=ket+nap"))).isNull();
        assertThat(PageKey.of(get("/tin", "after=x&lang=en"))).isNull();
        assertThat(PageKey.of(get("/tin", "after=a&after=b"))).isNull();
        assertThat(PageKey.of(get("/tin", null, "lang", "fr"))).isNull();
        assertThat(PageKey.of(get("/tin", null, "giaoban", "abc"))).isNull();
        assertThat(PageKey.of(get("/tin", null, "__Host-giaoban", "abc"))).isNull();
        assertThat(PageKey.of(new MockHttpServletRequest("POST", "/tin"))).isNull();
        var program = get("/tin", null);
        program.addHeader("Authorization", "Bearer x");
        assertThat(PageKey.of(program)).isNull();
        var part = get("/tin", null);
        part.addHeader("HX-Request", "true");
        assertThat(PageKey.of(part)).isNull();
    }

    @Test
    void anotherHostsPageIsNotOurs() {
        var other = get("/tin", null);
        other.setServerName("evil.example");
        assertThat(PageKey.of(other)).isNotEqualTo(PageKey.of(get("/tin", null)));
    }

    private static MockHttpServletRequest get(String path, @Nullable String query, String... cookies) {
        var request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        if (cookies.length > 0) {
            request.setCookies(new Cookie(cookies[0], cookies[1]));
        }
        return request;
    }
}
