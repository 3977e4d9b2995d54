package org.giaoban.files;

import static org.giaoban.files.db.Tables.STORED_FILE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who uploaded a file; what it says belongs to the object it hangs on. */
@Repository
class FilePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(STORED_FILE, "work", KEEP)
                .account(STORED_FILE.ACCOUNT_ID)
                .when(STORED_FILE.UPLOADED_AT)
                .saying(STORED_FILE.NAME));
    }
}
