package io.wangge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    @Test
    void userAndSystemTicksAreAddedUpAlsoWhenTheNameHoldsBlanksAndBrackets() {
        String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194304 100 0 0 0 1234 66 0 0 20 0 30 0 5 6 7";
        assertThat(ProcessorTime.millisIn(stat)).isEqualTo(13_000);
    }

    @Test
    void whatWasUsedSinceIsTheDifferenceForEachProcess() {
        assertThat(ProcessorTime.since(Map.of("mongod", 100L), Map.of("mongod", 350L, "kafka", 20L)))
                .containsOnly(Map.entry("mongod", 250L), Map.entry("kafka", 20L));
    }

    @Test
    void thisVeryProcessHasUsedSome() {
        Map<String, Long> self = Map.of("self", ProcessHandle.current().pid());
        assertThat(ProcessorTime.of(self).get("self")).isPositive();
    }

    @Test
    void aThreadOfTheCompilersIsKnownByItsName() {
        assertThat(ProcessorTime.isCompiler("12 (C2 CompilerThre) S 1 2")).isTrue();
        assertThat(ProcessorTime.isCompiler("12 (tomcat-handler-) S 1 2")).isFalse();
    }

    @Test
    void thisVeryProcessHasCompiledSome() {
        Map<String, Long> self = Map.of("self", ProcessHandle.current().pid());
        assertThat(ProcessorTime.ofCompilers(self).get("self"))
                .isPositive()
                .isLessThan(ProcessorTime.of(self).get("self") + 1);
    }
}
