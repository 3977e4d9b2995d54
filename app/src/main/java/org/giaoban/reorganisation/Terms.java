package org.giaoban.reorganisation;

import java.time.LocalDate;

/** What a plan is called, from which day it holds, and on what document it rests. */
record Terms(String title, LocalDate day, String document, String note) {}
