package io.wangge.systemtests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.WorldForDemo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void theDayCanBePlayedAgainAndAgainOnTheSameStack() {
        for (int day = 0; day < 2; day++) {
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            boolean asItShould = Demo.run(
                    WorldForDemo.client(),
                    List.of("an older password", WorldForDemo.password()),
                    new PrintStream(told, true, StandardCharsets.UTF_8));
            assertThat(asItShould).as(told.toString(StandardCharsets.UTF_8)).isTrue();
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("台账校验通过", "返工", "裁定", "提级", "结案");
        }
    }
}
