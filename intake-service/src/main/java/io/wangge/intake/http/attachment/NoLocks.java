package io.wangge.intake.http.attachment;

import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;

/**
 * A lock in one process would not hold on the next replica. The store takes bytes only at the end that the sender
 * believes in, so two senders at once never mix.
 */
final class NoLocks implements UploadLockingService {
    @Override
    public UploadLock lockUploadByUri(String uri) {
        return new UploadLock() {
            @Override
            public String getUploadUri() {
                return uri;
            }

            @Override
            public void release() {
                // nothing is held
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public void cleanupStaleLocks() {
        // there are none
    }

    @Override
    public boolean isLocked(UploadId id) {
        return false;
    }

    @Override
    public void setIdFactory(UploadIdFactory ids) {
        // needs none
    }
}
