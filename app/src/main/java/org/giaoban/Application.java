package org.giaoban;

import org.giaoban.platform.CommandLineTool;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Giao Ban: one process that is both the server and the command-line tool. */
@SpringBootApplication
@Modulithic(
        systemName = "Giao Ban",
        sharedModules = {"kernel", "platform"})
public class Application {

    public static void main(String[] args) {
        CommandLineTool.main(Application.class, args);
    }
}
