package org.giaoban.platform;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.giaoban.platform.database.EarlyDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The jar as a tool: {@code serve} starts the web server, every other word is a command that runs and ends. */
public final class CommandLineTool {

    /** What {@link #run} gives back when the server goes on running. */
    private static final int RUNNING = -1;

    @Command(name = "giaoban", mixinStandardHelpOptions = true, version = "Giao Ban 0.1", subcommandsRepeatable = false)
    private static final class Root {}

    /** Port -1: the whole application without a listening socket, so that a command may run beside the server. */
    private static final List<String> TOOL_SETTINGS = List.of(
            "--server.port=-1",
            "--giaoban.tool=true",
            "--giaoban.management-port=-1",
            "--db-scheduler.enabled=false",
            "--spring.main.log-startup-info=false",
            "--logging.level.org.giaoban=WARN");

    private CommandLineTool() {}

    /** Runs what the arguments ask for and ends the process unless it is the server. */
    public static void main(Class<?> application, String[] args) {
        var code = run(application, args);
        if (code != RUNNING) {
            System.exit(code);
        }
    }

    private static int run(Class<?> application, String[] args) {
        var settings = settings(args);
        var words = Stream.of(args).filter(arg -> !isSetting(arg)).toArray(String[]::new);
        if (words.length == 0 || words[0].equals("serve")) {
            var server = new SpringApplication(application);
            server.addListeners(new EarlyDatabase());
            server.run(settings);
            return RUNNING;
        }
        var line = line();
        if (offline(words[0])) {
            offlineCommands(settings).forEach(line::addSubcommand);
            return line.execute(words);
        }
        // a command needs few of the many parts
        var context = new SpringApplicationBuilder(application)
                .lazyInitialization(true)
                .run(Stream.concat(Stream.of(settings), TOOL_SETTINGS.stream()).toArray(String[]::new));
        context.getBeansOfType(CliCommand.class).values().forEach(line::addSubcommand);
        offlineCommands(settings).forEach(line::addSubcommand);
        var code = line.execute(words);
        return SpringApplication.exit(context, () -> code);
    }

    private static CommandLine line() {
        var line = new CommandLine(new Root());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Refused refused) {
                System.err.println(refused.text());
                return 1;
            }
            throw failure;
        });
        return line;
    }

    /** Such a command must not start the program: it works on what the program works with. */
    private static boolean offline(String word) {
        return ServiceLoader.load(OfflineCommand.class).stream()
                .map(found -> found.type().getAnnotation(Command.class))
                .anyMatch(command -> command != null && command.name().equals(word));
    }

    private static List<OfflineCommand> offlineCommands(String... settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return ServiceLoader.load(OfflineCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .peek(command -> command.use(Binder.get(environment)))
                .toList();
    }

    private static boolean isSetting(String arg) {
        return arg.startsWith("--giaoban.") || arg.startsWith("--server.") || arg.startsWith("--spring.");
    }

    private static String[] settings(String[] args) {
        return Arrays.stream(args).filter(CommandLineTool::isSetting).toArray(String[]::new);
    }
}
