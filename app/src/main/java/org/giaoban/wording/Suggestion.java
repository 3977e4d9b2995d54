package org.giaoban.wording;

/**
 * What one click puts in: a value into the form's field of that name, or words behind the text when there is no such field.
 *
 * @param field name of the form's field
 */
record Suggestion(Missing missing, String label, String field, String value, String words) {}
