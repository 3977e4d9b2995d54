package org.giaoban.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "For input string: \"Nguyen Van An\"|For input string: […]",
                "Text '31/02/2018' could not be parsed|Text […] could not be parsed",
                "Invalid Addresses: <an.nv@vidu.vn>|Invalid Addresses: <[…]>",
                "no person with number 042 088 001 234 here|no person with number […] here",
                "no person with number 042088001234.|no person with number […].",
                "Phone +84 912.345.678 is taken|Phone […] is taken",
                "Detail: Key (login)=(tran.hoa) already exists.|Detail: Key (login)=[…] already exists.",
                "Detail: Failing row contains (17, Tran, 1980).|Detail: […]",
                "No person named Trần Thị Hòa in unit SL|No person named […] […] […] in unit SL",
                "Cannot read ‘danh sach’ of “Chi bo 3”|Cannot read […] of […]"
            })
    void whatCameFromElsewhereIsLeftOut(String sentence, String kept) {
        assertThat(Discretion.of(sentence)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incident 3f2a9c1d at POST /tasks/0197a2f4-7d3c-7abc-9def-0123456789ab",
                "duplicate key value violates unique constraint \"account_login_key\"",
                "Error creating bean with name 'dataSource' defined in 'org.giaoban.Application'",
                "A turn of counting failed and will be tried again: it can't wait, it doesn't matter",
                "Totals are 12 seconds behind what was reported on 2018-11-02 at 08:30:00",
                "Successfully applied 212 migrations to schema \"platform\", now at version v202611221543"
            })
    void whatTheProgramSaysOfItselfStays(String sentence) {
        var unchanged = sentence.replaceAll("v202611221543", "v202611221543");
        assertThat(Discretion.of(sentence)).isEqualTo(unchanged);
    }
}
