package org.giaoban.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server's programs are started: never as root, in a session of their own so that Ctrl-C reaches the
 * application first, and ended by the kernel when the application dies.
 *
 * @param prefix put before every command
 * @param owner user and group that must own the server's files, absent for the current user
 * @param diesWithUs whether the kernel ends the server when the application is killed
 */
record RunAs(List<String> prefix, @Nullable String owner, boolean diesWithUs) {

    private static final String NOBODY = "65534";
    private static final List<String> OWN_SESSION = List.of("setsid");
    private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT", "--");
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--no-new-privs",
            "--pdeathsig",
            "INT",
            "--");
    private static final List<String> WITHOUT_ROOT = List.of("unshare", "-U", "--");

    /** The first way that works here and lets the server reach its programs and its directory. */
    static RunAs choose(Path program, PostgresHome home) {
        return root() ? forRoot(program, home) : forUser();
    }

    private static RunAs forRoot(Path program, PostgresHome home) {
        // Nobody must be able to pass through every directory above, which fails below /root, for example.
        var parent = home.directory().getParent();
        var nobody = new RunAs(inOwnSession(AS_NOBODY), NOBODY + ":" + NOBODY, true);
        if (Shell.succeeds(nobody.command(List.of(program.toString(), "--version")))
                && Shell.succeeds(nobody.command(List.of("test", "-x", String.valueOf(parent))))) {
            return nobody;
        }
        var unshared = new ArrayList<>(inOwnSession(WITHOUT_ROOT));
        var lasting = Shell.succeeds(join(WITHOUT_ROOT, join(DIE_WITH_PARENT, List.of("true"))));
        if (lasting) {
            unshared.addAll(DIE_WITH_PARENT);
        }
        var inside = new RunAs(List.copyOf(unshared), "0:0", lasting);
        if (Shell.succeeds(inside.command(List.of(program.toString(), "--version")))) {
            return inside;
        }
        throw new DatabaseUnavailable("PostgreSQL does not run as root, and neither can it be started as user " + NOBODY
                + " in " + home.directory() + " nor in a user namespace. Run the program as an ordinary user, or put"
                + " the data where that user may go.");
    }

    private static RunAs forUser() {
        var lasting = Shell.succeeds(join(DIE_WITH_PARENT, List.of("true")));
        return new RunAs(inOwnSession(lasting ? DIE_WITH_PARENT : List.of()), null, lasting);
    }

    private static List<String> inOwnSession(List<String> prefix) {
        return Shell.succeeds(join(OWN_SESSION, List.of("true"))) ? join(OWN_SESSION, prefix) : prefix;
    }

    List<String> command(List<String> program) {
        return join(prefix, program);
    }

    /** Gives one of the server's own directories to the user it runs as. */
    void takeOver(Path path) throws IOException {
        if (owner == null || owner.startsWith(Files.getAttribute(path, "unix:uid") + ":")) {
            return;
        }
        if (!Shell.succeeds(List.of("chown", "-R", owner, path.toString()))) {
            throw new DatabaseUnavailable("Cannot give " + path + " to user " + owner);
        }
    }

    private static boolean root() {
        return Shell.run(List.of("id", "-u")).output().equals("0");
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
