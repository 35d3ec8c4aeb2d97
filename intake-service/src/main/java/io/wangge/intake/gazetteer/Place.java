package io.wangge.intake.gazetteer;

import io.wangge.contracts.GeoPoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place with a name.
 *
 * @param id within the gazetteer
 * @param kind as the file says: 道路, 小区, 学校, …
 * @param location WGS-84
 * @param keys what its name may begin with when it is typed: names, pinyin, initials; in small letters
 * @param terms what is found within its names and address
 */
public record Place(
        String id,
        String name,
        @Nullable String kind,
        @Nullable String address,
        GeoPoint location,
        Set<String> keys,
        Set<String> terms) {}
