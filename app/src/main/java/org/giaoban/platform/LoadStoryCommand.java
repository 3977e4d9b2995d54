package org.giaoban.platform;

import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a story pack; running it again changes nothing. */
@Component
@Command(name = "load-story", description = "Nạp một câu chuyện mẫu / loads a story pack")
class LoadStoryCommand implements CliCommand {

    @Parameters(index = "0", paramLabel = "NAME")
    private String name = "";

    private final Stories stories;

    LoadStoryCommand(Stories stories) {
        this.stories = stories;
    }

    @Override
    public Integer call() {
        stories.load(name);
        System.out.println(Texts.text("platform.story.loaded", name));
        return 0;
    }
}
