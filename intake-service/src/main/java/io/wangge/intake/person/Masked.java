package io.wangge.intake.person;

import org.jspecify.annotations.Nullable;

/** Names and phones as a screen may show them to somebody who need not know them: enough to tell two apart. */
public final class Masked {
    private Masked() {}

    /** 王小明 → 王**, anonymous stays null. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** 13900001111 → 139****1111, 05718888 → 057****88; a service number of five digits keeps its first. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        if (length >= 11) {
            return phone.substring(0, 3) + "****" + phone.substring(length - 4);
        }
        return length >= 7 ? phone.substring(0, 3) + "****" + phone.substring(length - 2) : phone.charAt(0) + "****";
    }
}
