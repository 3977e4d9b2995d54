package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A commune of the story is divided; its October stands on the pages as it was and as today. */
@GiaoBanTest(story = "vu-quang-2018-11")
class AsTodayPagesTest {

    private static final String BOARD = "/board/SL/2018-11";
    private static final String SHARE = "/figures/SL-14/TC10/2018-10";

    @Autowired
    private Plans plans;

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private Execution execution;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Test
    void theSwitchIsOfferedAndKept() {
        assertThat(page(BOARD).select(".gb-treeview")).isEmpty();
        viewer.run(Viewer.SYSTEM, this::divide);

        assertThat(page(BOARD).select(".gb-treeview [aria-current]").text()).isEqualTo("Như khi đó");
        assertThat(page("/board/SL-05/2018-11").select(".gb-treeview")).isEmpty();
        var today = page(BOARD + "?tree=today");
        assertThat(today.select(".gb-treeview [aria-current]").text()).isEqualTo("Như hôm nay");
        assertThat(today.select(".gb-treeview .gb-help").text()).contains("đơn vị hôm nay");
        assertThat(today.select("a.gb-fig").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.matches(".*tree=today(#.*)?"));
        assertThat(page(BOARD + "?tree=today&view=projector").text()).contains("theo đơn vị hôm nay");
        assertThat(text(BOARD + "/figures?format=csv&tree=today")).contains("theo đơn vị hôm nay");
        assertThat(page("/figures/SL/2018-10?tree=today").select(".gb-treeview"))
                .isNotEmpty();

        var passport = page(SHARE + "?tree=today");
        assertThat(passport.select(".gb-big").text()).contains("≈", "Ước tính");
        assertThat(passport.select(".gb-facts").text()).contains("Phần được tính Cồn Soi 40 %");
        assertThat(mvc.get().uri(SHARE).with(SignIn.as(accounts, "vanphong")).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private void divide() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
        var id = plans.draft(new Terms("Chia một xã", LocalDate.of(2018, 11, 1), "Nghị quyết 02-NQ/HU", ""));
        plans.add(
                id,
                NewEvent.of(
                        EventKind.SPLIT,
                        List.of(Giver.whole("SL-03")),
                        List.of(fresh("SL-14", "0.4"), fresh("SL-15", "0.6"))));
        rehearsals
                .of(id)
                .conflicts()
                .forEach(open -> plans.choose(
                        id,
                        open.conflict().key(),
                        open.conflict().choices().getFirst().value()));
        execution.execute(id, plans.get(id).version());
        LocaleContextHolder.resetLocaleContext();
    }

    private static Target fresh(String code, String share) {
        return Target.unit(code, "Đảng ủy xã " + code, code, "DANG_UY_XA", "SL").share(new BigDecimal(share), false);
    }

    private Document page(String path) {
        return Jsoup.parse(text(path));
    }

    private String text(String path) {
        var result = mvc.get()
                .uri(java.net.URI.create(path))
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
        assertThat(result).as(path).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
