package io.wangge.intake.attachment;

import java.util.List;
import java.util.Optional;

/** The photos that anybody may see. */
public interface ReleasedPhotos {
    /** In place of an earlier copy. */
    void put(ReleasedPhoto photo);

    /** @return false when it was not released */
    boolean withdraw(String attachmentId);

    Optional<ReleasedPhoto> find(String attachmentId);

    /** All of one report and of its case, which has the same id. */
    List<ReleasedPhoto> of(String ownerId);
}
