package io.wangge.gateway.desk;

import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.gateway.demo.DemoAccounts;
import io.wangge.gateway.signing.GatewayKeys;
import io.wangge.kit.directory.DirectoryCopy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the identity part does by itself: follows the signing keys of all replicas, makes a newer one when it is time, and
 * keeps the demo accounts in step with the demo staff or opens the first administrator's. Called again and again; a store that is away only delays it.
 */
public final class IdentityUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityUpkeep.class);

    private final GatewayKeys keys;
    private final DirectoryCopy directory;
    private final @Nullable DemoAccounts demo;
    private final @Nullable FirstAdministrator first;
    private volatile long seededVersion;

    /** @param demo null without demo data @param first null where nobody is named */
    public IdentityUpkeep(
            GatewayKeys keys,
            DirectoryCopy directory,
            @Nullable DemoAccounts demo,
            @Nullable FirstAdministrator first) {
        this.keys = keys;
        this.directory = directory;
        this.demo = demo;
        this.first = first;
    }

    /** Whether people can sign in. */
    public boolean isReady() {
        return keys.isReady() && (demo == null || seededVersion > 0);
    }

    /** Blocks; never throws. */
    public void run() {
        try {
            keys.refresh();
            Optional<Directory> now = directory.ifReady();
            if (demo != null && now.isPresent()) {
                seed(demo, now.get());
            }
            if (first != null && now.isPresent()) {
                first.openOnce(now.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("Keys and accounts could not be looked after, tried again soon: {}", e.toString());
        }
    }

    private void seed(DemoAccounts accounts, Directory now) {
        long version = now.version(DirectoryKind.STAFF);
        if (version != seededVersion) {
            int written = accounts.seed(now);
            seededVersion = version;
            LOG.atInfo().addKeyValue("written", written).log("Demo accounts are in step with the demo staff");
        }
    }
}
