package io.wangge.ledger.seal;

import io.wangge.ledger.chain.ChainCheck;
import io.wangge.ledger.chain.Evidence;
import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Finding.Kind;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.entry.LedgerEntry;
import io.wangge.ledger.entry.StreamHead;
import io.wangge.ledger.seal.CaseProof.ProvenEntry;
import io.wangge.ledger.seal.CaseProof.ProvenSeal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks a {@link CaseProof} with nothing but the proof and the public keys. */
public final class ProofCheck {
    private final CaseProof proof;
    private final PublicKeys keys;
    private final Map<Long, ProvenSeal> seals = new HashMap<>();
    private final Map<Long, DaySeal> days = new HashMap<>();

    private ProofCheck(CaseProof proof, PublicKeys keys) {
        this.proof = proof;
        this.keys = keys;
        proof.seals().forEach(seal -> seals.put(seal.no(), seal));
        proof.days().forEach(day -> days.put(day.no(), day));
    }

    /** @param keys without any, signatures are not looked at */
    public static Verdict of(CaseProof proof, PublicKeys keys) {
        return new ProofCheck(proof, keys).verdict();
    }

    private Verdict verdict() {
        Verdict chain = chains();
        Finding wrong = chain.firstBroken();
        TreeSet<Long> used = new TreeSet<>();
        long unsealed = 0;
        Instant until = null;
        for (ProvenEntry one : proof.entries()) {
            if (wrong != null) {
                break;
            }
            Long no = one.seal();
            if (no == null) {
                unsealed++;
                continue;
            }
            ProvenSeal seal = seals.get(no);
            if (seal == null) {
                wrong = new Finding("seal/" + no, Kind.MISSING);
            } else if (!leadsTo(one, seal)) {
                wrong = new Finding(one.entry().id(), Kind.ALTERED);
            } else if (used.add(no)) {
                wrong = ofSeal(seal);
                until = until == null || until.isBefore(seal.closedAt()) ? seal.closedAt() : until;
            }
        }
        return new Verdict(chain.entries(), chain.streams(), wrong, used.size(), until, unsealed);
    }

    private Verdict chains() {
        ChainCheck check = new ChainCheck();
        Map<String, StreamHead> heads = new LinkedHashMap<>();
        for (ProvenEntry one : proof.entries()) {
            LedgerEntry entry = one.entry();
            heads.put(entry.stream(), new StreamHead(entry.stream(), entry.seq(), entry.hash()));
        }
        check.page(
                List.copyOf(heads.values()),
                proof.entries().stream()
                        .map(one -> new Evidence(one.entry().id(), one.entry(), one.texts()))
                        .iterator());
        return check.verdict();
    }

    private static boolean leadsTo(ProvenEntry one, ProvenSeal seal) {
        try {
            String page = MerkleTree.climb(one.entry().hash(), one.inPage());
            return MerkleTree.climb(page, one.inSeal()).equals(seal.root());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable Finding ofSeal(ProvenSeal seal) {
        String name = "seal/" + seal.no();
        String hash = Seal.hashOf(seal.no(), seal.day(), seal.closedAt(), seal.prevHash(), seal.entries(), seal.root());
        if (!hash.equals(seal.hash())) {
            return new Finding(name, Kind.ALTERED);
        }
        if (!keys.isEmpty() && !keys.hold(hash, seal.signature())) {
            return new Finding(name, Kind.FORGED);
        }
        return seal.dayNo() == null ? null : ofDay(seal, seal.dayNo());
    }

    private @Nullable Finding ofDay(ProvenSeal seal, long dayNo) {
        DaySeal day = days.get(dayNo);
        if (day == null) {
            return new Finding("day/" + seal.day(), Kind.MISSING);
        }
        String name = "day/" + day.day();
        try {
            if (!day.holds() || !MerkleTree.climb(seal.hash(), seal.inDay()).equals(day.root())) {
                return new Finding(name, Kind.ALTERED);
            }
        } catch (IllegalArgumentException e) {
            return new Finding(name, Kind.ALTERED);
        }
        return keys.isEmpty() || keys.hold(day.hash(), day.signature()) ? null : new Finding(name, Kind.FORGED);
    }
}
