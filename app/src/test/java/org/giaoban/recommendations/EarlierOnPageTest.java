package org.giaoban.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.reporting.RequestsRaised;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A new return opens with what became of all that was asked since the last one, and with what still waits from before. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class EarlierOnPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Organization organization;

    @Autowired
    private Raising raising;

    @Autowired
    private Clock clock;

    private void asked(String unit, Period period, String... texts) {
        var requests = Arrays.stream(texts)
                .map(text -> new RequestsRaised.Asked(text, "Ban Tổ chức"))
                .toList();
        viewer.run(
                Viewer.SYSTEM,
                () -> raising.sent(new RequestsRaised(
                        UUID.randomUUID(),
                        organization.idOf(unit),
                        period,
                        "/returns",
                        clock.instant(),
                        false,
                        requests)));
    }

    private String page(String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, "vanphong"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aQuartersReturnNamesWhatItsMonthsAsked() throws Exception {
        asked("SL", Period.quarter(2018, 3), "Việc của quý trước");
        asked("SL", Period.month(2018, 10), "Việc của tháng Mười", "Việc thứ hai của tháng Mười");
        asked("SL", Period.month(2018, 11), "Việc của tháng Mười một");
        asked("SL", Period.quarter(2018, 4), "Việc của chính báo cáo này");

        assertThat(page("/returns/SL/H-KY/2018-Q4"))
                .contains("Từ báo cáo kỳ trước (quý III/2018) đơn vị kiến nghị 4: đã trả lời 0, chưa trả lời 4")
                .contains("Việc của quý trước", "Việc thứ hai của tháng Mười", "Việc của tháng Mười một")
                .doesNotContain("Việc của chính báo cáo này");
    }

    @Test
    void whatStillWaitsFromBeforeTheLastReturnIsNamedToo() throws Exception {
        asked("SL-08", Period.month(2018, 8), "Sửa đường vào thôn Bắc");
        asked("SL-08", Period.month(2018, 12), "Việc về sau");

        assertThat(page("/returns/SL-08/TH-THANG/2018-11"))
                .contains("Còn 1 kiến nghị từ trước nữa chưa trả lời", "Sửa đường vào thôn Bắc", "/recommendations/")
                .doesNotContain("Việc về sau");
    }

    /** The commune sent nothing for October. */
    @Test
    void theLastReturnIsTheLastThatWasSent() throws Exception {
        asked("SL-12", Period.month(2018, 9), "Xin hướng dẫn hồ sơ");

        assertThat(page("/returns/SL-12/TH-THANG/2018-11"))
                .contains("Từ báo cáo kỳ trước (tháng 9/2018) đơn vị kiến nghị", "Xin hướng dẫn hồ sơ");
    }
}
