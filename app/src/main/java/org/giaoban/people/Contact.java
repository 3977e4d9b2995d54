package org.giaoban.people;

/** How to reach a person; every reading of it is written down. */
record Contact(String phone, String email, String address) {

    static final Contact NONE = new Contact("", "", "");
}
