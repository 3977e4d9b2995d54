package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the program's processor time goes, by samples of its own flight recorder: who of our methods asked for it, and whose code ran. */
final class JavaProfile {

    private static final int SHOWN = 22;

    private JavaProfile() {}

    static void start(ProcessHandle server) throws IOException, InterruptedException {
        command(server, "JFR.start", "name=bench", "settings=profile");
    }

    static void print(ProcessHandle server, Path data) throws IOException, InterruptedException {
        var file = data.resolve("bench.jfr").toAbsolutePath();
        command(server, "JFR.stop", "name=bench", "filename=" + file);
        var ours = new HashMap<String, Integer>();
        var libraries = new HashMap<String, Integer>();
        var samples = 0;
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples++;
                    ours.merge(ours(event), 1, Integer::sum);
                    libraries.merge(library(event), 1, Integer::sum);
                }
            }
        }
        Files.delete(file);
        print("samples by the nearest method of ours", ours, samples);
        print("samples by the code that ran", libraries, samples);
    }

    private static void print(String title, Map<String, Integer> counts, int samples) {
        System.out.printf("%n%s (%d)%n", title, samples);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(each -> System.out.printf("%5.1f %% %s%n", 100.0 * each.getValue() / samples, each.getKey()));
    }

    private static String ours(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream()
                .filter(frame ->
                        type(frame).startsWith("org.giaoban.") && !type(frame).contains("$$"))
                .findFirst()
                .map(frame -> type(frame).substring("org.giaoban.".length()) + "."
                        + frame.getMethod().getName())
                .orElse("(none)");
    }

    /** The first two words of the package below which the sample was taken, the JDK's own left out. */
    private static String library(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream()
                .map(JavaProfile::type)
                .filter(type -> !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun."))
                .findFirst()
                .map(type -> {
                    var words = type.split("\\.");
                    return String.join(".", words[0], words[1], words.length > 3 ? words[2] : "");
                })
                .orElse("JDK alone");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static void command(ProcessHandle server, String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(server.pid()));
        command.addAll(java.util.List.of(words));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
