package org.giaoban.proceedings;

/** Numbers that change with the roll, with what goes on at the front, and with what is written. */
record Pulse(String roll, String floor, String notes) {

    /** As pages carry it to know whether they are behind. */
    String code() {
        return roll + "/" + floor + "/" + notes;
    }
}
