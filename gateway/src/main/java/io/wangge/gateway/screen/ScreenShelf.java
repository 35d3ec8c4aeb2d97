package io.wangge.gateway.screen;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where screens are found. */
public interface ScreenShelf {
    /** @param codeHash of a code that was typed */
    Optional<String> idByCode(String codeHash);

    /** Newest first, at most 200. @param units whose boards they show */
    List<Screen> of(Collection<String> units);
}
