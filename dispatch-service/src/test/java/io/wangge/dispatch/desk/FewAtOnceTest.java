package io.wangge.dispatch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.dispatch.desk.FewAtOnce.Place;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {
    private final FewAtOnce few = new FewAtOnce(2);

    @Test
    void the_third_one_is_turned_away_until_another_has_left() {
        Place first = few.enter().orElseThrow();
        few.enter().orElseThrow();
        assertThat(few.enter()).isEmpty();

        first.close();

        assertThat(few.enter()).isPresent();
    }

    @Test
    void leaving_twice_makes_no_second_place() {
        Place first = few.enter().orElseThrow();
        few.enter().orElseThrow();
        first.close();
        first.close();

        assertThat(few.enter()).isPresent();
        assertThat(few.enter()).isEmpty();
    }
}
