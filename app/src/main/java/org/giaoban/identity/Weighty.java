package org.giaoban.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler before which the viewer proves once more who they are, unless they did so within the minutes of the rule in
 * force. What a form brought is kept meanwhile; files are not, so a handler that takes files cannot be marked.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Weighty {

    Weight value();
}
