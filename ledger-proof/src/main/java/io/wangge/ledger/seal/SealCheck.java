package io.wangge.ledger.seal;

import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.entry.EntryHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the seals from the first to the last and the days over them. Its findings name {@code seal/NO}, {@code page/ID} or
 * {@code day/DATE}.
 */
public final class SealCheck {
    private final PublicKeys keys;
    private final Published published;
    private final List<String> hashesOfDay = new ArrayList<>();
    private long lastSeal;
    private long lastDay;
    private String sealHash = EntryHash.GENESIS;
    private String dayHash = EntryHash.GENESIS;
    private String today = "";

    /** @param keys trusted from outside the database; without any, signatures are not looked at */
    public SealCheck(PublicKeys keys, Published published) {
        this.keys = keys;
        this.published = published;
    }

    /** The next seal found, in order of number. @return what is wrong with it or before it */
    public @Nullable Finding seal(Seal seal) {
        if (seal.no() <= lastSeal) {
            return new Finding(nameOf(seal.no()), Kind.ADDED);
        }
        if (seal.no() != lastSeal + 1) {
            return new Finding(nameOf(lastSeal + 1), Kind.MISSING);
        }
        Finding alone = alone(seal);
        if (alone != null) {
            return alone;
        }
        if (!seal.prevHash().equals(sealHash)) {
            return new Finding(nameOf(seal.no()), Kind.ALTERED);
        }
        if (!hashesOfDay.isEmpty() && !seal.day().equals(today)) {
            return new Finding("day/" + today, Kind.MISSING);
        }
        today = seal.day();
        lastSeal = seal.no();
        sealHash = seal.hash();
        hashesOfDay.add(seal.hash());
        return null;
    }

    /** A seal by itself: its content, its signature, what was published of it. */
    public @Nullable Finding alone(Seal seal) {
        if (!seal.holds() || !Published.agrees(published.seals(), seal.no(), seal.hash())) {
            return new Finding(nameOf(seal.no()), Kind.ALTERED);
        }
        return forged(seal.hash(), seal.signature()) ? new Finding(nameOf(seal.no()), Kind.FORGED) : null;
    }

    /** The day that ends with the last seal given. @return what is wrong with it */
    public @Nullable Finding day(DaySeal day) {
        String name = "day/" + day.day();
        if (day.no() != lastDay + 1) {
            return new Finding("day/" + (lastDay + 1), Kind.MISSING);
        }
        boolean itsSeals = day.lastSeal() == lastSeal
                && day.firstSeal() == lastSeal - hashesOfDay.size() + 1
                && !hashesOfDay.isEmpty()
                && MerkleTree.root(hashesOfDay).equals(day.root());
        if (!itsSeals || !day.prevHash().equals(dayHash)) {
            return new Finding(name, Kind.ALTERED);
        }
        Finding alone = alone(day);
        if (alone != null) {
            return alone;
        }
        lastDay = day.no();
        dayHash = day.hash();
        hashesOfDay.clear();
        return null;
    }

    public @Nullable Finding alone(DaySeal day) {
        if (!day.holds() || !Published.agrees(published.days(), day.no(), day.hash())) {
            return new Finding("day/" + day.day(), Kind.ALTERED);
        }
        return forged(day.hash(), day.signature()) ? new Finding("day/" + day.day(), Kind.FORGED) : null;
    }

    /** No more seals. @param remembered number of the last seal as the sealer remembers it */
    public @Nullable Finding end(long remembered) {
        if (Math.max(remembered, Published.last(published.seals())) > lastSeal) {
            return new Finding(nameOf(lastSeal + 1), Kind.MISSING);
        }
        if (Published.last(published.days()) > lastDay) {
            return new Finding("day/" + (lastDay + 1), Kind.MISSING);
        }
        return null;
    }

    /** @param found the page that the seal names, null when there is none */
    public static @Nullable Finding page(Page.Ref named, long seal, @Nullable Page found) {
        if (found == null) {
            return new Finding("page/" + named.id(), Kind.MISSING);
        }
        boolean same = found.root().equals(named.root())
                && found.entryIds().size() == named.entries()
                && found.seal() != null
                && found.seal() == seal
                && found.holds();
        return same ? null : new Finding("page/" + named.id(), Kind.ALTERED);
    }

    public long lastSeal() {
        return lastSeal;
    }

    private boolean forged(String hash, @Nullable Signature signature) {
        return !keys.isEmpty() && !keys.hold(hash, signature);
    }

    private static String nameOf(long no) {
        return "seal/" + no;
    }
}
