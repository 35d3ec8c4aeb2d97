package io.wangge.intake.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every order that was taken in. */
public interface Orders {
    Optional<Order> find(String issuer, String number);

    /** The same again leaves the one that stands. */
    Order add(Order order);

    /** Only while {@code before} still stands. @return empty when somebody else was faster */
    Optional<Order> answered(Order before, Order.Answer answer);

    /** Those without a last answer, the most urgent limit of the issuer first; those without a limit last. */
    List<Order> open(int atMost);

    /** Answered at or after a moment, oldest answer first. @param issuer null for every one */
    List<Order> answeredSince(Instant moment, @Nullable String issuer, int atMost);
}
