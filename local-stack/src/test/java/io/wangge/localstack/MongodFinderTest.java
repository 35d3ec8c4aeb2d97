package io.wangge.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodFinderTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    @Test
    void aMongodOnTheSearchPathIsTakenFirst() throws IOException {
        Path installed = mongod(folder.resolve("bin"), "7.0.1");
        assertThat(finder(installed.getParent(), fetches("6.0.5")).find()).isEqualTo(installed);
        assertThat(asked).isEmpty();
    }

    @Test
    void aMongodThatIsTooOldIsPassedOver() throws IOException {
        Path old = mongod(folder.resolve("bin"), "4.4.29");
        assertThat(finder(old.getParent(), fetches("6.0.5")).find()).isEqualTo(cached());
    }

    @Test
    void whatWasFetchedOnceIsNotFetchedAgain() {
        MongodFinder finder = finder(folder.resolve("nothing"), fetches("6.0.5"));
        assertThat(finder.find()).isEqualTo(cached());
        assertThat(finder.find()).isEqualTo(cached());
        assertThat(asked).hasSize(1);
    }

    @Test
    void theNextSourceIsAskedWhenOneCannotBeReached() {
        assertThat(finder(folder.resolve("nothing"), unreachable(), fetches("6.0.5"))
                        .find())
                .isEqualTo(cached());
        assertThat(asked).containsExactly("unreachable", "good");
    }

    @Test
    void theRefusalNamesEveryReasonAndWhatToDo() {
        assertThatThrownBy(() -> finder(folder.resolve("nothing"), unreachable(), fetches("4.2.0"))
                        .find())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("unreachable: no route to host")
                .hasMessageContaining("good: does not run on this machine")
                .hasMessageContaining("GRID_MONGODB_URI");
        assertThat(cached()).doesNotExist();
    }

    private Path cached() {
        return folder.resolve("cache").resolve("mongod");
    }

    private MongodFinder finder(Path searchPath, MongodFinder.Source... sources) {
        return new MongodFinder(searchPath.toString(), folder.resolve("cache"), List.of(sources), line -> {});
    }

    private MongodFinder.Source unreachable() {
        return source("unreachable", target -> {
            throw new IOException("no route to host");
        });
    }

    private MongodFinder.Source fetches(String version) {
        return source("good", target -> Files.writeString(target, script(version)));
    }

    private interface Fetch {
        void to(Path target) throws IOException;
    }

    private MongodFinder.Source source(String name, Fetch fetch) {
        return new MongodFinder.Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void fetch(Path target) throws IOException {
                asked.add(name);
                fetch.to(target);
            }
        };
    }

    private static Path mongod(Path folder, String version) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve("mongod"), script(version));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static String script(String version) {
        return "#!/bin/sh\necho db version v" + version + "\n";
    }
}
