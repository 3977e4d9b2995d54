package org.giaoban.reporting;

/** The names of the cells of a return's workbook; they decide, wherever the cells were moved and whatever the sheets are called. */
final class CellNames {

    private CellNames() {}

    static String value(String indicator) {
        return "gb_v_" + indicator;
    }

    static String mark(String indicator) {
        return "gb_m_" + indicator;
    }

    static String numerator(String indicator) {
        return "gb_n_" + indicator;
    }

    static String denominator(String indicator) {
        return "gb_d_" + indicator;
    }

    static String reason(String indicator) {
        return "gb_r_" + indicator;
    }

    static String section(String section) {
        return "gb_s_" + section;
    }

    static String request(int row) {
        return "gb_k_" + row;
    }

    static String addressee(int row) {
        return "gb_a_" + row;
    }
}
