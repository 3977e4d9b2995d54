package org.giaoban.identity;

import java.util.List;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Story;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, which the log-in page offers so that anybody can look around. */
@Component
class DemoAccounts {

    private static final int SHOWN = 10;

    private final List<Row> rows;

    DemoAccounts(Settings settings) {
        this.rows = settings.demo() ? read(settings.story()) : List.of();
    }

    /** One account with its public password. */
    public record Row(String login, String name, String password) {}

    List<Row> rows() {
        return rows;
    }

    private static List<Row> read(String story) {
        return Story.named(story).csv("accounts.csv").stream()
                .limit(SHOWN)
                .map(row -> new Row(
                        row.getOrDefault("login", ""), row.getOrDefault("name", ""), row.getOrDefault("password", "")))
                .toList();
    }
}
