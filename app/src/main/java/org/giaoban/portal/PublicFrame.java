package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every public page shows around its content; rooms above hand it to the template {@code portal/page}. */
@Component
public class PublicFrame {

    static final String NOTICES = "thong-bao";

    private final PortalSettings settings;
    private final PublicSite site;
    private final ObjectProvider<SiteHeadings> more;
    private final ObjectProvider<SideBoxes> boxes;

    PublicFrame(
            PortalSettings settings,
            PublicSite site,
            ObjectProvider<SiteHeadings> more,
            ObjectProvider<SideBoxes> boxes) {
        this.settings = settings;
        this.site = site;
        this.more = more;
        this.boxes = boxes;
    }

    /**
     * The bar, the boxes at the side and the imprint.
     *
     * @param here the code of the heading the page stands under; null for none
     */
    public record Around(
            @Nullable String here,
            List<Heading> bar,
            List<Teaser> notices,
            Map<String, String> links,
            Map<String, String> imprint,
            List<SideBox> boxes) {}

    @Transactional(readOnly = true)
    public Around around(@Nullable String here) {
        return new Around(here, bar(), site.notices(), settings.links(), settings.imprint(), side());
    }

    private List<SideBox> side() {
        return boxes.orderedStream().flatMap(each -> each.boxes().stream()).toList();
    }

    private List<Heading> bar() {
        var categories = settings.categories().stream().map(Category::heading);
        var others = more.orderedStream().flatMap(each -> each.headings().stream());
        return Stream.concat(categories, others).toList();
    }
}
