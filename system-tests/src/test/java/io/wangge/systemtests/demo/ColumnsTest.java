package io.wangge.systemtests.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(Columns.fit("网格a", 6)).isEqualTo("网格a ");
        assertThat(Columns.width("网格a")).isEqualTo(5);
    }

    @Test
    void aCharacterThatWouldBeCutInHalfIsLeftOut() {
        assertThat(Columns.fit("网格", 3)).isEqualTo("网 ");
    }

    @Test
    void linesStayLines() {
        assertThat(Columns.fit("a\n\tb", 4)).isEqualTo("a  b");
    }
}
