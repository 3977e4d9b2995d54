package org.giaoban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A meeting closes when every conclusion is settled, and only once. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettlingTest {

    private static final String VAGUE = "Tăng cường công tác dân vận";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Meetings meetings;

    @Autowired
    private AgendaRepository agendas;

    @Autowired
    private ConclusionRepository conclusions;

    @Autowired
    private Organization organization;

    @Autowired
    private DSLContext db;

    private MeetingId november;
    private MeetingPagesDriver pages;

    @BeforeEach
    void findNovember() {
        pages = new MeetingPagesDriver(mvc, accounts);
        november = meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 11))
                .orElseThrow()
                .id();
    }

    @Test
    @Order(1)
    void aVagueDecisionIsKeptButTheMeetingDoesNotCloseWithIt() {
        assertThat(pages.post("vanphong", november, "/open")).hasStatus3xxRedirection();
        var item = agendas.of(november).getLast().id().toString();
        assertThat(pages.post("vanphong", november, "/conclusions", "item", item, "kind", "DECISION", "text", VAGUE))
                .hasStatus3xxRedirection();

        assertThat(pages.get("vanphong", november, "/close")).bodyText().contains("Còn 1 kết luận chưa rõ");
        assertThat(pages.post("vanphong", november, "/close")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(2)
    void informationBecomesATaskAndBackWithoutLosingItsDuty() {
        var known = conclusions.of(november).getFirst();
        var path = "/conclusions/" + known.id();
        assertThat(pages.post("vanphong", november, path + "/convert", "kind", "TASK"))
                .hasStatus(422)
                .bodyText()
                .contains("Đơn vị nào làm?", VAGUE);

        assertThat(pages.post("vanphong", november, path, duty(known, "TASK"))).hasStatus3xxRedirection();
        assertThat(pages.post("vanphong", november, path + "/convert", "kind", "INFORMATION"))
                .hasStatus3xxRedirection();
        assertThat(pages.post("vanphong", november, path + "/convert", "kind", "TASK"))
                .hasStatus3xxRedirection();
        assertThat(conclusions.of(november).getFirst().duty().measure()).isEqualTo("Số buổi đối thoại");
        pages.post("vanphong", november, path + "/convert", "kind", "INFORMATION");
        assertThat(pages.post("vanphong", november, "/close")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(3)
    void anOrderNamesItsProductWhoHelpsAndWhoWatches() {
        var item = agendas.of(november).getLast().id().toString();
        var leader = meetings.attendees(november).getFirst().person();
        var order = new ArrayList<>(List.of("item", item, "kind", "TASK", "text", "Thu gom rác ba thôn ven sông"));
        order.addAll(List.of("post", "BI_THU", "due", "2018-11-25", "measure", "Số hộ tham gia"));
        order.addAll(List.of("units", organization.idOf("SL-03").toString()));
        assertThat(pages.post("vanphong", november, "/conclusions", order.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains("Nộp sản phẩm gì?");
        for (var field : List.of("units", "helping", "supervising")) {
            var stranger = new ArrayList<>(order);
            stranger.addAll(List.of("product", "Danh sách", field, UnitId.next().toString()));
            assertThat(pages.post("vanphong", november, "/conclusions", stranger.toArray(String[]::new)))
                    .as("somebody not offered as " + field)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Xin chọn trong danh sách của hội nghị này", "Thu gom rác ba thôn ven sông");
        }

        order.addAll(List.of("product", "Danh sách hộ có ký nhận", "supervising", leader.toString()));
        order.addAll(List.of("helping", organization.idOf("SL-04").toString()));
        order.addAll(List.of("helping", organization.idOf("SL-03").toString()));
        assertThat(pages.post("vanphong", november, "/conclusions", order.toArray(String[]::new)))
                .hasStatus3xxRedirection();
        var known = conclusions.of(november).getLast();
        assertThat(pages.get("vanphong", november, "/conclusions/" + known.id()))
                .bodyText()
                .contains("Danh sách hộ có ký nhận");
        assertThat(pages.get("vanphong", november, "/close"))
                .bodyText()
                .contains("Sản phẩm: Danh sách hộ có ký nhận · Phối hợp: ");
    }

    @Test
    @Order(4)
    void aReasonSettlesItAndOfTwoWhoCloseOneWins() throws Exception {
        var known = conclusions.of(november).getFirst();
        assertThat(pages.post(
                        "vanphong",
                        november,
                        "/conclusions/" + known.id(),
                        "item",
                        known.item().toString(),
                        "kind",
                        "INFORMATION",
                        "text",
                        VAGUE,
                        "why",
                        "Ban Dân vận đã có kế hoạch riêng"))
                .hasStatus3xxRedirection();
        assertThat(pages.get("vanphong", november, "/run"))
                .bodyText()
                .contains("chưa nêu, vì: Ban Dân vận đã có kế hoạch riêng");

        var start = new CyclicBarrier(2);
        Callable<Integer> close = () -> {
            start.await();
            return pages.post("vanphong", november, "/close").getResponse().getStatus();
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(close);
            var second = two.submit(close);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(303, 409);
        }
        assertThat(pages.post("vanphong", november, "/close")).bodyText().contains("đã kết thúc, biên bản đã khóa");
    }

    @Test
    @Order(5)
    void theTaskAndTheMinutesSayTheSame() {
        var task = conclusions.of(november).getLast().task();
        assertThat(mvc.get()
                        .uri("/tasks/" + task)
                        .with(SignIn.as(accounts, "vanphong"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Danh sách hộ có ký nhận", "Đồng Trẹm");
        assertThat(db.fetchValue("select count(*) from tasks.role where task_id = ?", task))
                .isEqualTo(2L);
        assertThat(pages.get("vanphong", november, "/minutes"))
                .bodyText()
                .contains("Sản phẩm: Danh sách hộ có ký nhận.", "Phối hợp: ", "Chỉ đạo: ");
    }

    private String[] duty(Conclusion known, String kind) {
        return new String[] {
            "item",
            known.item().toString(),
            "kind",
            kind,
            "text",
            VAGUE,
            "post",
            "BI_THU",
            "due",
            "2018-11-25",
            "measure",
            "Số buổi đối thoại",
            "product",
            "Biên bản đối thoại",
            "units",
            organization.idOf("SL-03").toString()
        };
    }
}
