package org.giaoban.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.portal.SiteMapPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of this module and what was let out in them, for the map of the site. */
@Component
class DisclosureMap implements SiteMapPart {

    private static final int MOST = 2_000;

    private final ReleasedRepository released;
    private final UnitSites sites;

    DisclosureMap(ReleasedRepository released, UnitSites sites) {
        this.released = released;
        this.sites = sites;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> hrefs() {
        var all = ReleasedRepository.Asked.ANY;
        var hrefs =
                new ArrayList<>(List.of("/van-ban", "/so-lieu-cong-khai", "/to-chuc", "/lich-cong-tac", "/ke-hoach"));
        released.newest(Kind.PAPER, all, null, MOST).forEach(each -> hrefs.add("/van-ban/" + each.id()));
        released.inOrder(Kind.SERIES, all, MOST).forEach(each -> hrefs.add("/so-lieu-cong-khai/" + each.slug()));
        released.inOrder(Kind.PAGE, all, MOST).forEach(each -> hrefs.add("/trang/" + each.slug()));
        sites.all().values().forEach(place -> hrefs.add(place.href()));
        return hrefs;
    }
}
