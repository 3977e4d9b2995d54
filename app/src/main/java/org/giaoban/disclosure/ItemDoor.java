package org.giaoban.disclosure;

import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may see something before, while and after it is public, with all that visitors are not shown. */
@Component
class ItemDoor {

    private final ItemRepository items;
    private final Access access;

    ItemDoor(ItemRepository items, Access access) {
        this.items = items;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public boolean readable(UUID id) {
        return items.find(id).filter(this::readable).isPresent();
    }

    boolean readable(Item item) {
        return access.allows(Capability.ARTICLE_WRITE, item.unit())
                || access.allows(Capability.ARTICLE_APPROVE, item.unit());
    }
}
