package io.wangge.intake.suggestion;

import java.util.Optional;

/** The models that were learnt, of which the latest holds. */
public interface Models {
    Optional<Model> latest();

    /** Version of the latest; 0 when there is none. */
    long latestVersion();

    /** @return false when another replica has kept one of that version */
    boolean add(Model model);
}
