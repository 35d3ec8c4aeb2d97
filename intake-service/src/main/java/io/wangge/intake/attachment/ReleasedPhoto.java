package io.wangge.intake.attachment;

import io.wangge.intake.attachment.Attachment.Moment;
import java.time.Instant;
import java.util.List;

/**
 * 公开照片: a copy of a photo that anybody may see, with what concerns others painted over. The original stays as it is.
 *
 * @param ownerId report or case
 * @param areas that were painted over
 * @param by staff id of who looked
 */
public record ReleasedPhoto(
        String attachmentId,
        String ownerId,
        Moment moment,
        String blobId,
        String thumbnailId,
        List<Area> areas,
        String by,
        Instant at) {
    public ReleasedPhoto {
        areas = List.copyOf(areas);
    }

    /** A rectangle in shares of the picture's width and height, from the upper left corner. */
    public record Area(double x, double y, double width, double height) {
        public boolean isInside() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000_001 && y + height <= 1.000_001;
        }
    }
}
