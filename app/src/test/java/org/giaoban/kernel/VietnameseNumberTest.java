package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|1234.5",
                "1.234|1234",
                "12,5|12.5",
                "1234.5|1234.5",
                "1,234.5|1234.5",
                "1,234|1.234",
                "1,234,567|1234567",
                "1.234.567|1234567",
                "0.125|0.125",
                "0,125|0.125",
                "1234.567|1234.567",
                "12.5|12.5",
                "1 234 567,25|1234567.25",
                "1\u00A0234|1234",
                "1\u202F234,5|1234.5",
                "１.２３４，５|1234.5",
                "－３|-3",
                "-1.234,5|-1234.5",
                "\u22123|-3",
                "+7|7",
                "16,7%|16.7",
                "16,7 %|16.7",
                "\u00A042\u00A0|42",
                "007|7",
                "210.000|210000",
                "0|0",
            })
    void readsWhatPeopleType(String text, BigDecimal meant) {
        assertThat(VietnameseNumber.parse(text))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "%",
                "1.23.456",
                "1,23,456",
                "12.34,5",
                "1..2",
                ",5",
                "5,",
                "1.234,5,6",
                "0.123.456",
                "1 23",
                "abc",
                "12a",
                "10²",
                "١٢",
                "1e9",
                "#REF!",
                "1/2",
                "--1",
                "1234.567.890",
                "NaN"
            })
    void readsNothingElse(String text) {
        assertThat(VietnameseNumber.parse(text)).isEmpty();
    }

    @Test
    void refusesTextTooLongToBeANumber() {
        assertThat(VietnameseNumber.parse("9".repeat(41))).isEmpty();
        assertThat(VietnameseNumber.parse("9".repeat(40))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5|1|1.234,5",
                "1234.5|0|1.235",
                "1234|2|1.234",
                "-0.04|1|0",
                "0.5|2|0,5",
                "-1234567.891|2|-1.234.567,89",
                "1E+3|0|1.000",
            })
    void writesForPeople(BigDecimal number, int decimals, String written) {
        assertThat(VietnameseNumber.format(number, decimals)).isEqualTo(written);
    }

    @Test
    void readsBackWhatItWrote() {
        var random = Seeded.random("numbers");
        for (var i = 0; i < 2000; i++) {
            var decimals = random.nextInt(5);
            var number = new BigDecimal(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L))
                    .movePointLeft(random.nextInt(8))
                    .setScale(decimals, RoundingMode.HALF_UP);
            var written = VietnameseNumber.format(number, decimals);
            // A fraction of exactly three decimals is still read as one: the comma alone always starts decimals.
            assertThat(VietnameseNumber.parse(written).orElseThrow())
                    .as(written)
                    .isEqualByComparingTo(number);
        }
    }
}
