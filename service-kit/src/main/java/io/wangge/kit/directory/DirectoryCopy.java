package io.wangge.kit.directory;

import io.wangge.contracts.directory.Directory;
import java.util.Optional;

/** The directory as this service knows it. */
public interface DirectoryCopy {
    /**
     * The active whole.
     *
     * @throws DirectoryNotReady while no version of each kind is active here; at the HTTP door this is a 503
     */
    default Directory current() {
        return ifReady().orElseThrow(DirectoryNotReady::new);
    }

    Optional<Directory> ifReady();

    /** The service started before it had a copy; it passes by itself. */
    final class DirectoryNotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
