package org.giaoban.analysis;

/** What the page's form needs to keep the view: its own address and the name it proposes. */
record Keeping(String address, String name) {}
