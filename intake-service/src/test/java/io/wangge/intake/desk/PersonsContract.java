package io.wangge.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What whoever keeps persons guarantees. */
public interface PersonsContract {
    Persons persons();

    /** A number that no other test has. */
    String freshPhone();

    @Test
    default void the_same_phone_is_the_same_person_also_at_one_moment() throws Exception {
        String phone = freshPhone();
        List<Future<String>> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(callers.submit(() -> persons().identify(new Contact(null, phone, null), newId())));
            }
        }

        Set<String> ids = new HashSet<>();
        for (Future<String> answer : answers) {
            ids.add(answer.get());
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    default void a_name_is_added_to_a_known_phone_but_never_replaced() {
        String phone = freshPhone();
        String id = persons().identify(new Contact(null, phone, null), newId());

        persons().identify(new Contact("王秀英", phone, null), newId());
        persons().identify(new Contact("李秀英", phone, null), newId());

        assertThat(persons().contactOf(id)).contains(new Contact("王秀英", phone, id));
    }

    @Test
    default void somebody_without_phone_is_known_by_the_proposed_id_once() {
        String proposed = newId();

        assertThat(persons().identify(new Contact("王秀英", null, null), proposed)).isEqualTo(proposed);
        assertThat(persons().identify(new Contact("王秀英", null, null), proposed)).isEqualTo(proposed);
        assertThat(persons().knows(proposed)).isTrue();
        assertThat(persons().knows(newId())).isFalse();
        assertThat(persons().contactOf(newId())).isEmpty();
    }

    @Test
    default void a_look_at_a_number_makes_nobody_known() {
        String phone = freshPhone();
        assertThat(persons().whoHas(phone)).isEmpty();

        String id = persons().identify(new Contact("王秀英", phone, null), newId());
        assertThat(persons().whoHas(phone)).contains(new Contact("王秀英", phone, id));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
