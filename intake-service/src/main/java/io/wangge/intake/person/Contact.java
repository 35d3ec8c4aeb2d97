package io.wangge.intake.person;

import org.jspecify.annotations.Nullable;

/**
 * What a report says about the person behind it.
 *
 * @param phone in the normal form of {@link PhoneNumber}
 * @param personId somebody known already; name and phone are then left as they are known
 */
public record Contact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String personId) {
    /** Never the content, which is personal. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
