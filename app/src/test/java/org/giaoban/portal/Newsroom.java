package org.giaoban.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writers and approvers of one unit, for tests: those of the story, or new ones. */
@Component
class Newsroom {

    static final String SECRET = "mot cau de nho 2018";

    private final Accounts accounts;
    private final Grants grants;
    private final CurrentViewer viewer;
    private final Articles articles;
    private final Publishing publishing;
    private final Organization organization;

    Newsroom(
            Accounts accounts,
            Grants grants,
            CurrentViewer viewer,
            Articles articles,
            Publishing publishing,
            Organization organization) {
        this.accounts = accounts;
        this.grants = grants;
        this.viewer = viewer;
        this.articles = articles;
        this.publishing = publishing;
        this.organization = organization;
    }

    /** The unit whose news a story tells. */
    UnitId unit() {
        return organization.idOf("SL");
    }

    /** Who writes its news. */
    Viewer author() {
        return known("bientap");
    }

    /** The second person. */
    Viewer approver() {
        return known("duyet");
    }

    private Viewer known(String login) {
        return accounts.viewer(accounts.byLogin(login).orElseThrow()).orElseThrow();
    }

    /** A draft of the story's own writer. */
    ArticleId draft(Version.Story story) {
        return viewer.as(author(), () -> articles.start(unit(), story));
    }

    ArticleId published(Version.Story story) {
        return published(unit(), story, author(), approver());
    }

    Viewer open(String login, UnitId unit, Capability... capabilities) {
        viewer.run(Viewer.SYSTEM, () -> {
            var account = accounts.create(
                    new NewAccount(login, "Người " + login, null, null, SECRET, NewAccount.FirstLogIn.KEEPS_PASSWORD));
            for (var capability : capabilities) {
                grants.grant(account, capability, unit, Reach.UNIT, DateRange.from(LocalDate.of(2015, 1, 1)));
            }
        });
        return known(login);
    }

    /** A text from its first word to the public page. */
    ArticleId published(UnitId unit, Version.Story story, Viewer author, Viewer approver) {
        var id = viewer.as(author, () -> articles.start(unit, story));
        publish(id, author, approver);
        return id;
    }

    /** A draft that is there, by its author and a second person. */
    void publish(ArticleId id, Viewer author, Viewer approver) {
        viewer.run(author, () -> articles.submit(id));
        viewer.run(
                approver,
                () -> publishing.publish(id, articles.get(id).version().hands().revision()));
    }

    /** A text that came out elsewhere on a day. */
    static ReceivedDrafts.Text received(String title, LocalDate firstOn, String body) {
        return new ReceivedDrafts.Text(
                "xay-dung-dang",
                title,
                "",
                "Đoạn dẫn.",
                body,
                ReceivedDrafts.By.PERSON,
                "Thu Hà",
                "",
                "",
                firstOn,
                List.of());
    }

    static Version.Story story(String title, String body) {
        return story(title, body, null, "");
    }

    static Version.Story story(String title, String body, @Nullable UUID picture, String alt) {
        return new Version.Story(
                "xay-dung-dang",
                title,
                "Đoạn dẫn của bài.",
                body,
                new Version.Credit("Thu Hà", "Văn phòng Huyện ủy"),
                new Version.Picture(picture, "Chú thích ảnh", alt),
                "");
    }
}
