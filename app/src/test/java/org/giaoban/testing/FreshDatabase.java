package org.giaoban.testing;

import org.springframework.context.ApplicationContext;

/** For a test that needs the same beginning twice: a further copy of the database that its class began with. */
public final class FreshDatabase {

    private FreshDatabase() {}

    public static void enter(ApplicationContext context, String story) {
        TestDatabases.PerClass.enter(context, story);
    }
}
