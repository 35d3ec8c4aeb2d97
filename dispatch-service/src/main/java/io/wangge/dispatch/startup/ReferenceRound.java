package io.wangge.dispatch.startup;

import io.wangge.dispatch.directory.Finding;
import io.wangge.dispatch.files.BadFile;
import io.wangge.dispatch.files.ReferenceFiles;
import io.wangge.dispatch.reference.Content;
import io.wangge.dispatch.reference.DirectoryTopic.NotAnnounced;
import io.wangge.dispatch.reference.DraftDesk;
import io.wangge.dispatch.reference.Edition;
import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.reference.ReferenceKeeper;
import io.wangge.dispatch.reference.ReferenceKeeper.Refreshed;
import io.wangge.dispatch.reference.ReferenceKind;
import io.wangge.dispatch.reference.ReferenceLibrary;
import io.wangge.dispatch.reference.ReferencePublication;
import io.wangge.dispatch.reference.VersionNote;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the files into force once after the start, then looks, each time it runs, for what another replica stored, for
 * drafts whose time has come, and for what the broker has not confirmed. Nothing stops it: a store or broker that is away is waited for.
 */
final class ReferenceRound implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceRound.class);

    private final ReferenceKeeper keeper;
    private final ReferenceLibrary library;
    private final ReferencePublication publication;
    private final DraftDesk drafts;
    private @Nullable ReferenceFiles toSeed;
    private boolean usualLooked;
    private String lastTrouble = "";

    /** @param toSeed null when nothing is to be seeded */
    ReferenceRound(
            ReferenceKeeper keeper,
            ReferenceLibrary library,
            ReferencePublication publication,
            DraftDesk drafts,
            @Nullable ReferenceFiles toSeed) {
        this.library = library;
        this.keeper = keeper;
        this.publication = publication;
        this.drafts = drafts;
        this.toSeed = toSeed;
    }

    @Override
    public void run() {
        try {
            once();
            lastTrouble = "";
        } catch (NotAnnounced e) {
            say("Reference data is not published yet, trying on: " + e.getMessage());
        } catch (RuntimeException e) {
            say("Reference data cannot be looked at, trying on: " + e);
        }
    }

    private void once() {
        seed();
        seedUsual();
        switch (keeper.refresh()) {
            case Refreshed.Switched(Reference now) -> LOG.info("Reference data {} is in force", now.version());
            case Refreshed.Refused(List<Finding> findings) ->
                LOG.error("The stored reference data is refused, what was in force stays: {}", findings);
            case Refreshed.Missing missing -> LOG.warn("Reference data is incomplete: {}", missing.kinds());
            case Refreshed.Unchanged unchanged -> {}
        }
        drafts.activateDue().forEach(ReferenceRound::say);
        for (Edition edition : publication.publishPending()) {
            LOG.info("Published {} version {}", edition.kind(), edition.version());
        }
    }

    private static void say(DraftDesk.Outcome outcome) {
        String kind = outcome.draft().kind().code();
        if (outcome.activation() instanceof DraftDesk.Activation.Broken(List<Finding> findings)) {
            LOG.error("The draft of {} cannot come into force as planned, it stays a draft: {}", kind, findings);
        } else {
            LOG.info("The draft of {} came into force as planned", kind);
        }
    }

    private void seed() {
        ReferenceFiles files = toSeed;
        if (files == null) {
            return;
        }
        try {
            List<Finding> findings = keeper.replace(files.read().stream()
                    .filter(content -> !decidedByAPerson(content.kind()))
                    .toList());
            if (findings.isEmpty()) {
                LOG.info("Reference data {} is in force", keeper.current().version());
            } else {
                LOG.error("The files of reference data are refused, nothing of them is stored: {}", findings);
            }
        } catch (BadFile e) {
            LOG.error("The files of reference data are refused, nothing of them is stored: {}", e.getMessage());
        }
        // Not before an answer: a store that is away throws, and the next round seeds.
        toSeed = null;
    }

    /** Kinds that came with a later version of this service: where the district has none, it begins with the usual one. */
    private void seedUsual() {
        if (usualLooked) {
            return;
        }
        Set<ReferenceKind> known = library.activeVersions().keySet();
        if (!known.containsAll(ReferenceKind.allRequired())) {
            return;
        }
        List<Content> missing = ReferenceFiles.usual().stream()
                .filter(content -> !known.contains(content.kind()))
                .toList();
        List<Finding> findings = missing.isEmpty() ? List.of() : keeper.replace(missing);
        if (!findings.isEmpty()) {
            LOG.error("The usual policies do not stand together with the stored reference data: {}", findings);
        }
        usualLooked = true;
    }

    /** Files come in again at every start: not over what an administrator has brought into force since. */
    private boolean decidedByAPerson(ReferenceKind kind) {
        boolean decided = library.versions(kind).stream()
                .findFirst()
                .map(VersionNote::activatedBy)
                .isPresent();
        if (decided) {
            LOG.info("The files' {} is left out: an administrator has brought another one into force", kind.code());
        }
        return decided;
    }

    /** Once for one trouble, however long it takes. */
    private void say(String trouble) {
        if (!trouble.equals(lastTrouble)) {
            lastTrouble = trouble;
            LOG.warn(trouble);
        }
    }
}
