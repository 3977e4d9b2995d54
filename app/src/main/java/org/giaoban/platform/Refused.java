package org.giaoban.platform;

/** A rule says no. Carries a text key and its arguments; shown as a 409 page or beside the form. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] args;

    public Refused(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = args;
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args.clone();
    }

    /** The sentence for the user in the current language. */
    public String text() {
        return Texts.text(key, args);
    }
}
