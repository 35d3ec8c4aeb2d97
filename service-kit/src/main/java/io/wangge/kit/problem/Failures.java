package io.wangge.kit.problem;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady;
import io.wangge.kit.identity.SigningKeys.KeysUnavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures that pass by themselves, as problems that say so. */
public final class Failures {
    private Failures() {}

    /** @return 503 when the directory or the store is not there at the moment; empty for what is our mistake */
    public static Optional<ProblemException> passing(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
            if (cause instanceof DirectoryNotReady || cause instanceof KeysUnavailable) {
                return Optional.of(new ProblemException(503, ProblemCodes.NOT_READY));
            }
            if (cause instanceof MongoException mongo && isStoreAway(mongo)) {
                return Optional.of(new ProblemException(503, ProblemCodes.STORE_UNAVAILABLE));
            }
        }
        return Optional.empty();
    }

    private static boolean isStoreAway(MongoException e) {
        return e instanceof MongoSocketException
                || e instanceof MongoTimeoutException
                || e instanceof MongoNotPrimaryException
                || e instanceof MongoNodeIsRecoveringException
                || e instanceof MongoServerUnavailableException
                || e instanceof MongoExecutionTimeoutException
                || e instanceof MongoInterruptedException
                || e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || e.hasErrorLabel("RetryableWriteError");
    }
}
