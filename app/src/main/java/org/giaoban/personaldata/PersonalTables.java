package org.giaoban.personaldata;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that modules said they keep about persons. */
@Component
class PersonalTables {

    private final ObjectProvider<PersonalDataSource> sources;

    PersonalTables(ObjectProvider<PersonalDataSource> sources) {
        this.sources = sources;
    }

    List<PersonalDataSource> sources() {
        return sources.orderedStream().toList();
    }

    List<PersonalTable> all() {
        return sources.stream().flatMap(source -> source.tables().stream()).toList();
    }
}
