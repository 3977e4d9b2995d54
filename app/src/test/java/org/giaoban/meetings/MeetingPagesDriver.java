package org.giaoban.meetings;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.UnitId;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Uses the pages of meetings as one of the story's accounts. */
class MeetingPagesDriver {

    private final MockMvcTester mvc;
    private final Accounts accounts;

    MeetingPagesDriver(MockMvcTester mvc, Accounts accounts) {
        this.mvc = mvc;
        this.accounts = accounts;
    }

    MvcTestResult get(String login, MeetingId meeting, String path) {
        return mvc.get()
                .uri(meeting.href() + path)
                .with(SignIn.as(accounts, login))
                .exchange();
    }

    MvcTestResult post(String login, MeetingId meeting, String path, String... params) {
        return send(login, meeting, path, false, params);
    }

    /** As htmx asks: for the part of the page that changed. */
    MvcTestResult part(String login, MeetingId meeting, String path, String... params) {
        return send(login, meeting, path, true, params);
    }

    private MvcTestResult send(String login, MeetingId meeting, String path, boolean htmx, String... params) {
        var request = mvc.post().uri(meeting.href() + path);
        if (htmx) {
            request.header("HX-Request", "true");
        }
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }

    /** Puts the third item last and a new one at its place. */
    MvcTestResult agenda(MeetingId meeting, List<AgendaItem> items, String added) {
        var request = mvc.post().uri(meeting.href() + "/agenda");
        items.forEach(item -> request.param("id", item.id().toString())
                .param("order", String.valueOf(item.position() == 3 ? 9 : item.position()))
                .param("title", item.title())
                .param("minutes", String.valueOf(item.minutes()))
                .param("presenter", "Văn phòng"));
        request.param("id", "")
                .param("order", "4")
                .param("title", added)
                .param("minutes", "10")
                .param("presenter", "");
        return request.with(SignIn.as(accounts, "vanphong")).with(csrf()).exchange();
    }

    MvcTestResult plan(UnitId unit, String period, String date) {
        return mvc.post()
                .uri("/meetings")
                .param("unit", unit.toString())
                .param("kind", "giao-ban-thang")
                .param("title", "")
                .param("period", period)
                .param("date", date)
                .param("time", "07:30")
                .param("minutes", "150")
                .param("place", "Hội trường")
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();
    }
}
