package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The screen for the topics of articles. */
@Controller
class ArticleTopicsController {

    private final ArticleTopics topics;
    private final Flash flash;

    ArticleTopicsController(ArticleTopics topics, Flash flash) {
        this.topics = topics;
        this.flash = flash;
    }

    public record TopicsPage(TopicForm form, Map<String, String> errors, List<AuditEntry> history) {}

    @GetMapping("/articles/topics")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView show() {
        return page(TopicForm.of(topics.all()), Map.of());
    }

    @PostMapping("/articles/topics")
    @Requires(Capability.ARTICLE_APPROVE)
    Object save(@RequestParam MultiValueMap<String, String> sent) {
        var form = TopicForm.read(sent);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            var again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        topics.save(form);
        flash.ok("portal.topics.saved");
        return ArticleController.seeOther("/articles/topics");
    }

    private ModelAndView page(TopicForm form, Map<String, String> errors) {
        return new ModelAndView("portal/topics", "page", new TopicsPage(form, errors, topics.history()));
    }
}
