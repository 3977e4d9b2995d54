package org.giaoban.pages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The handler's page is the same for every visitor without a session and stays so until {@link KeptPages#changed()}: it is kept as
 * bytes and answered before a session is read. It must hold no token and nothing that depends on more than address, language and theme.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kept {}
