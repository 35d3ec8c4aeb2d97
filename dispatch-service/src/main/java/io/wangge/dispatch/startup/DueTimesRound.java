package io.wangge.dispatch.startup;

import com.mongodb.MongoException;
import io.wangge.dispatch.desk.DueTimesAnew;
import io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look for due times that a published calendar settles. */
final class DueTimesRound implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DueTimesRound.class);

    private final DueTimesAnew dueTimes;

    DueTimesRound(DueTimesAnew dueTimes) {
        this.dueTimes = dueTimes;
    }

    @Override
    public void run() {
        try {
            DueTimesAnew.Round round = dueTimes.round();
            if (round.set() > 0) {
                LOG.info("The calendar set the due times of {} cases anew", round.set());
            }
        } catch (DirectoryNotReady e) {
            LOG.debug("No reference data yet");
        } catch (MongoException e) {
            LOG.warn("Due times that wait for a calendar wait for the store: {}", e.toString());
        }
    }
}
