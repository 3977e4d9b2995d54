package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;

import java.util.Arrays;
import java.util.Map;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows as objects, and facts as they are stored. */
@Repository
class ItemRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    ItemRows(JsonMapper json) {
        this.json = json;
    }

    Item item(Record row) {
        return new Item(
                row.get(ITEM.ID),
                row.get(ITEM.UNIT_ID),
                Kind.valueOf(row.get(ITEM.KIND)),
                row.get(ITEM.SOURCE_ID),
                facts(row.get(ITEM.DRAFT)),
                facts(row.get(ITEM.SHOWN)),
                new Item.Hands(
                        Arrays.asList(row.get(ITEM.DRAFT_HANDS)),
                        row.get(ITEM.PREPARED_BY),
                        row.get(ITEM.PREPARED_AT),
                        row.get(ITEM.RELEASED_BY),
                        row.get(ITEM.RELEASED_AT),
                        row.get(ITEM.WITHDRAWN_AT),
                        row.get(ITEM.WITHDRAWN_WHY)),
                row.get(ITEM.REVISION));
    }

    @Nullable
    Facts facts(@Nullable JSONB stored) {
        return stored == null ? null : new Facts(json.readValue(stored.data(), TEXTS));
    }

    JSONB jsonb(Facts facts) {
        return JSONB.valueOf(json.writeValueAsString(facts.values()));
    }
}
