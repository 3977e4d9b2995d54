package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Looking at a form and publishing a new version of it: periods before its day keep what they asked. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class FormPagesTest {

    private static final Set<String> MANY = Set.of("periods", "owed");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private FormRepository forms;

    @Test
    void formsAreListedWithWhatTheyAre() {
        assertThat(body(get("xa01", "/forms")))
                .contains("Báo cáo công tác tháng của đảng bộ cơ sở", "Báo cáo tháng của chi bộ", "từ 01/01/2026");
        assertThat(body(get("xa01", "/forms/XA-KY")))
                .contains(
                        "ngày làm việc thứ 5 sau ngày cuối kỳ",
                        "Đảng ủy xã (từ 01/7/2025)",
                        "Tiêu chí nông thôn mới chưa đạt");
        assertThat(body(get("xa01", "/forms/TH-THANG?version=2"))).contains("không hỏi khi đơn vị bên dưới tự báo cáo");
        assertThat(get("xa01", "/forms/NO-SUCH")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa01", "/forms/TH-KY/new")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aNewVersionAsksFromItsDayOn() {
        var typed = typed();
        assertThat(body(post(typed, "preview")))
                .contains("Xem trước: 3 chỉ tiêu trong 2 nhóm", "Đảng viên đi làm ăn xa");
        assertThat(forms.find("TH-THANG", Period.month(2018, 12)).orElseThrow().version())
                .isEqualTo(1);

        assertThat(post(typed, "save")).hasStatus(HttpStatus.SEE_OTHER);

        var december = forms.find("TH-THANG", Period.month(2018, 12)).orElseThrow();
        assertThat(december.indicators()).containsExactly("TT01", "TC10", "TC16");
        assertThat(december.dueOn(Period.month(2018, 12))).isEqualTo("2019-01-04");
        assertThat(december.sections()).extracting(Form.Section::code).containsExactly("next", "y-kien-dang-vien");
        assertThat(december.periods()).containsExactly(Period.Kind.MONTH, Period.Kind.QUARTER);
        assertThat(december.owedFor(Period.month(2018, 12))).isFalse();
        var november = forms.find("TH-THANG", Period.month(2018, 11)).orElseThrow();
        assertThat(november.indicators()).hasSizeGreaterThan(30);
        assertThat(november.dueOn(Period.month(2018, 11))).isEqualTo("2018-11-30");
        assertThat(forms.find("TH-THANG", Period.month(2026, 1)).orElseThrow().version())
                .as("the profile's version of 2026 still begins then")
                .isEqualTo(2);
        assertThat(body(get("xa01", "/returns/SL-01/TH-THANG/2018-12")))
                .contains("v.TC16")
                .doesNotContain("v.SH01");
        assertThat(body(get("xa01", "/returns/SL-01/TH-THANG/2018-11"))).contains("v.SH01");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        var typed = typed();
        typed.put("from", "2018-10-15");
        typed.put("codes.1", "TC10 TC99 TC10");
        typed.put("number", "bao giờ");
        typed.put("owed", "YEAR");
        typed.put("slist.1", "TC10");

        var page = post(typed, "save");

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(page))
                .contains(
                        "sớm nhất 01/12/2018",
                        "Danh mục không có: TC99",
                        "Danh mục không có: TC10",
                        "kỳ phải nộp phải nằm trong các kỳ của mẫu",
                        "Ghi hạn nộp bằng một số",
                        "bao giờ",
                        "Ý kiến đảng viên");
        assertThat(get("vanphong", "/forms/TH-THANG/new")).hasStatusOk();
    }

    @Test
    void aNewFormIsOwedByItsKindFromItsDayOn() {
        var typed = typed();
        typed.put("code", "th thang");
        assertThat(body(post("/forms/new", typed, "save"))).contains("Mã gồm 2–20 chữ in hoa");
        typed.put("code", "TH-THANG");
        assertThat(body(post("/forms/new", typed, "save"))).contains("Đã có mẫu TH-THANG");
        typed.put("code", "TH-QUY");
        typed.put("periods", "QUARTER");
        typed.put("owed", "QUARTER");
        assertThat(body(post("/forms/new", typed, "preview"))).contains("Xem trước: 3 chỉ tiêu trong 2 nhóm");
        assertThat(post("/forms/new", typed, "save")).hasRedirectedUrl("/forms/TH-QUY?version=1");

        var quarter = new Period(Period.Kind.QUARTER, 2018, 4);
        assertThat(forms.owed(quarter)).extracting(Form::code).contains("TH-QUY");
        assertThat(forms.find("TH-QUY", new Period(Period.Kind.QUARTER, 2018, 3)))
                .isEmpty();
        assertThat(body(get("xa01", "/returns/SL-01/TH-QUY/2018-Q4"))).contains("v.TC16", "Ý kiến đảng viên");
        assertThat(body(get("vanphong", "/forms"))).contains("TH-QUY");
        assertThat(get("xa01", "/forms/new")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aNewFormOffersAddresseesAndShortWords() {
        var typed = typed();
        typed.put("code", "TH-RUT-GON");
        typed.put("addressees", "Ban Dân vận\r\n\r\nPhòng Giáo dục");
        typed.put("words", "TC10: tổng số / total\r\nSH99: chi bộ họp");
        assertThat(body(post("/forms/new", typed, "save")))
                .contains("chỉ tiêu không có trong danh mục: SH99: chi bộ họp", "Phòng Giáo dục");
        typed.put("words", "TC10: tổng số / total\r\nTC16: đi xa");
        assertThat(post("/forms/new", typed, "save")).hasStatus(HttpStatus.SEE_OTHER);

        var form = forms.find("TH-RUT-GON", Period.month(2018, 12)).orElseThrow();
        assertThat(form.addressees()).containsExactly("Ban Dân vận", "Phòng Giáo dục");
        assertThat(form.word("TC10")).contains("tổng số");
        assertThat(form.word("TC16")).contains("đi xa");
        assertThat(body(get("vanphong", "/forms/TH-RUT-GON/new")))
                .contains("Ban Dân vận\nPhòng Giáo dục", "TC10: tổng số / total\nTC16: đi xa / đi xa");
        assertThat(body(get("xa01", "/returns/SL-01/TH-RUT-GON/2018-12")))
                .contains("<option value=\"Phòng Giáo dục\">");
    }

    @Test
    void whatARequestLeavesOutStaysAndWhatItEmptiesIsGone() {
        var typed = typed();
        typed.put("code", "TH-GIU");
        typed.put("nameEn", "Short monthly return");
        typed.put("kinds", "CHI_BO");
        typed.put("shelp.2", "Việc gì, ai làm");
        typed.put("below.2", "true");
        typed.put("addressees", "Ban Dân vận");
        typed.put("words", "TC10: tổng số / total");
        assertThat(post("/forms/new", typed, "save")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(post("/forms/TH-GIU/new", Map.of("from", "2019-01-01", "nameVi", "Tên mới"), "save"))
                .hasStatus(HttpStatus.SEE_OTHER);

        var before = forms.find("TH-GIU", Period.month(2018, 12)).orElseThrow();
        var after = forms.find("TH-GIU", Period.month(2019, 1)).orElseThrow();
        assertThat(after.name()).isEqualTo(new Localised("Tên mới", "Short monthly return"));
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("version", "from", "until", "name", "due", "calendar")
                .isEqualTo(before);
        assertThat(after.addressees()).containsExactly("Ban Dân vận");
        assertThat(after.word("TC10")).contains("tổng số");
        assertThat(after.due().getLast().workingDays()).isEqualTo(3);

        var emptied = Map.of("from", "2019-02-01", "addressees", "", "words", " ", "kinds", "");
        assertThat(post("/forms/TH-GIU/new", emptied, "save")).hasStatus(HttpStatus.SEE_OTHER);
        var last = forms.find("TH-GIU", Period.month(2019, 2)).orElseThrow();
        assertThat(last.addressees()).isEmpty();
        assertThat(last.words()).isEmpty();
        assertThat(last.kinds()).isNull();
        assertThat(last.yields()).isTrue();
    }

    /** The second group goes before the first, and TC16 is picked from the catalogue into it. */
    private static Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        typed.put("from", "2018-12-01");
        typed.put("nameVi", "Báo cáo tháng rút gọn");
        typed.put("rule", "workingDays");
        typed.put("number", "3");
        typed.put("months", "0");
        typed.put("periods", "MONTH,QUARTER");
        typed.put("owed", "QUARTER");
        typed.put("splace.1", "2");
        typed.put("svi.1", "Ý kiến đảng viên");
        typed.put("splace.2", "1");
        typed.put("scode.2", "next");
        typed.put("svi.2", "Nhiệm vụ trọng tâm kỳ tới");
        typed.put("slist.2", "DH10");
        typed.put("place.1", "2");
        typed.put("vi.1", "Đảng viên");
        typed.put("codes.1", "TC10");
        typed.put("place.2", "1");
        typed.put("vi.2", "Tuyên truyền");
        typed.put("codes.2", "TT01");
        typed.put("add.TC16", "2");
        return typed;
    }

    private MvcTestResult post(Map<String, String> typed, String wish) {
        return post("/forms/TH-THANG/new", typed, wish);
    }

    private MvcTestResult post(String address, Map<String, String> typed, String wish) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        typed.forEach(
                (name, value) -> request.param(name, MANY.contains(name) ? value.split(",") : new String[] {value}));
        return request.param("do", wish).exchange();
    }

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
