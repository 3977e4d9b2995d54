package org.giaoban.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that anybody may call, signed in or not. For visitors who only read, the database is asked as a role that
 * knows the public tables and nothing else ({@link PublicSide}).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEveryone {

    /** Whether even visitors are served with the office's rights in the database: logging in, and links that hold a secret. */
    boolean office() default false;
}
