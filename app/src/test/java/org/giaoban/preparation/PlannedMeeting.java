package org.giaoban.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The briefing of December as its office plans it on screen: SL-03 and SL-05 are invited; what others do about it. */
class PlannedMeeting {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final Meetings meetings;
    private final Organization organization;

    PlannedMeeting(MockMvcTester mvc, Accounts accounts, Meetings meetings, Organization organization) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.meetings = meetings;
        this.organization = organization;
    }

    MeetingId plan() {
        var invited = Stream.of("SL-03", "SL-05")
                .map(organization::idOf)
                .map(Object::toString)
                .toArray(String[]::new);
        var request = mvc.post().uri("/meetings").param("invited", invited);
        var fields = Stream.of(
                        "unit", organization.idOf("SL").toString(), "kind", "giao-ban-thang", "period", "2018-12")
                .toArray(String[]::new);
        with(request, fields);
        with(request, "date", "2018-12-04", "time", "07:30", "minutes", "150", "place", "Hội trường");
        with(request, "proposals", "2018-11-27T17:00");
        assertThat(request.with(SignIn.as(accounts, "vanphong")).with(csrf()).exchange())
                .hasStatus3xxRedirection();
        return meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 12))
                .orElseThrow()
                .id();
    }

    String unit(String code) {
        return organization.idOf(code).toString();
    }

    MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    String body(String login, String path) {
        return body(get(login, path));
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    MvcTestResult post(String login, String path, String... params) {
        var request = with(mvc.post().uri(path), params);
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }

    /** Posts with a small PDF in the field; without a field no file goes along. */
    MvcTestResult upload(String login, String path, String field, String... params) {
        var request = mvc.post().uri(path).multipart();
        if (!field.isEmpty()) {
            request.file(new MockMultipartFile(field, "tai-lieu.pdf", "application/pdf", PDF));
        }
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }

    private static MockMvcTester.MockMvcRequestBuilder with(
            MockMvcTester.MockMvcRequestBuilder request, String... params) {
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request;
    }
}
