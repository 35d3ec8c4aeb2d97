package io.wangge.systemtests.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void aGridIsWorkedByItsGridWorker() {
        assertThat(People.usernameOfHolder("990100001001001")).isEqualTo("grid-worker-1");
        assertThat(People.usernameOfHolder("990100001002003")).isEqualTo("grid-worker-6");
        assertThat(People.usernameOfHolder("990100002001001")).isEqualTo("grid-worker-7");
        assertThat(People.usernameOfHolder("990100002002003")).isEqualTo("grid-worker-12");
    }

    @Test
    void aCommunityHasItsClerk() {
        assertThat(People.usernameOfHolder("990100001001")).isEqualTo("community-clerk-1");
        assertThat(People.usernameOfHolder("990100002002")).isEqualTo("community-clerk-4");
    }

    @Test
    void aDepartmentHasItsOwnHandlerOrThatOfItsStreet() {
        assertThat(People.usernameOfHolder("990100001-d02")).isEqualTo("handler-4");
        assertThat(People.usernameOfHolder("990100002-d15")).isEqualTo("handler-2");
        assertThat(People.usernameOfHolder("990100-d08")).isEqualTo("handler-3");
    }

    @Test
    void aUnitOfAnotherPlaceIsSaidToHaveNobody() {
        assertThatThrownBy(() -> People.usernameOfHolder("110101001001001")).isInstanceOf(NotAsItShould.class);
    }
}
