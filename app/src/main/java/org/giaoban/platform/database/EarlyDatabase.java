package org.giaoban.platform.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.DatabaseConfiguration.Server;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/** Starts the server's database and brings it up to date while Spring is still reading classes on the other processor. */
public final class EarlyDatabase implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** A database on its way. */
    record Starting(FutureTask<Server> task) {

        Server await() {
            try {
                return task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new DatabaseUnavailable("The database did not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseUnavailable("The start was interrupted", e);
            }
        }
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = Binder.get(event.getEnvironment()).bindOrCreate("giaoban", Settings.class);
        var task = new FutureTask<>(() -> DatabaseConfiguration.ready(settings, LaunchSettings.Sharing.OWN));
        Thread.ofPlatform().daemon().name("early-database").start(task);
        event.getBootstrapContext()
                .addCloseListener(closed -> closed.getApplicationContext()
                        .getBeanFactory()
                        .registerSingleton("earlyDatabase", new Starting(task)));
    }
}
