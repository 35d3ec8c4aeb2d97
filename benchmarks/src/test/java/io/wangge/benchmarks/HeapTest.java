package io.wangge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void bothGenerationsAreAddedUp() {
        String info = """
                4711:
                def new generation   total 78656K, used 1024K [0x1, 0x2, 0x3)
                 eden space 69952K,   0% used [0x1, 0x2, 0x3)
                tenured generation   total 174784K, used 45056K [0x1, 0x2, 0x3)
                   the space 174784K,  25% used [0x1, 0x2, 0x3)
                """;
        assertThat(Heap.usedIn(info)).isEqualTo(45);
    }

    @Test
    void aJvmThatTellsNothingIsNotCountedAsEmpty() {
        assertThat(Heap.usedIn("no such process")).isEqualTo(-1);
    }
}
