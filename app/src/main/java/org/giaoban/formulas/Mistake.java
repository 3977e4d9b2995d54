package org.giaoban.formulas;

import org.giaoban.platform.Texts;

/** What is wrong with a calculation, said in words, and the place of it in the text. */
public final class Mistake extends IllegalArgumentException {

    private final String key;
    private final transient Object[] arguments;
    private final Span span;

    Mistake(String key, Span span, Object... arguments) {
        super(key);
        this.key = key;
        this.span = span;
        this.arguments = arguments;
    }

    /** In the viewer's language. */
    public String text() {
        return Texts.text("formulas.mistake." + key, arguments);
    }

    /** The characters meant, from the first to the one after the last. */
    public Span span() {
        return span;
    }
}
