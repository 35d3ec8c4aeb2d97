package io.wangge.ledger.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1 (Certificate Transparency): SHA-256 over {@code 0x00 ‖ leaf} and {@code 0x01 ‖
 * left ‖ right}, the left part as large a power of two as fits. A leaf is the 32 bytes of a hash; hashes go in and out as
 * 64 hex digits.
 */
public final class MerkleTree {
    private static final HexFormat HEX = HexFormat.of();

    private MerkleTree() {}

    /**
     * A step from a leaf to the root.
     *
     * @param left whether the other part stands on the left
     * @param hash of the other part
     */
    public record Step(boolean left, String hash) {}

    /** @throws IllegalArgumentException when there are no leaves or one is no hash */
    public static String root(List<String> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A tree needs a leaf");
        }
        return HEX.formatHex(node(sha256(), leaves, 0, leaves.size()));
    }

    /** @return the steps from the leaf at {@code index} up */
    public static List<Step> path(List<String> leaves, int index) {
        List<Step> steps = new ArrayList<>();
        MessageDigest digest = sha256();
        int from = 0;
        int to = leaves.size();
        while (to - from > 1) {
            int middle = from + Integer.highestOneBit(to - from - 1);
            if (index < middle) {
                steps.add(new Step(false, HEX.formatHex(node(digest, leaves, middle, to))));
                to = middle;
            } else {
                steps.add(new Step(true, HEX.formatHex(node(digest, leaves, from, middle))));
                from = middle;
            }
        }
        return steps.reversed();
    }

    /** @return the root that a leaf and its steps lead to */
    public static String climb(String leaf, List<Step> steps) {
        MessageDigest digest = sha256();
        byte[] at = leaf(digest, leaf);
        for (Step step : steps) {
            byte[] other = HEX.parseHex(step.hash());
            at = step.left() ? join(digest, other, at) : join(digest, at, other);
        }
        return HEX.formatHex(at);
    }

    private static byte[] node(MessageDigest digest, List<String> leaves, int from, int to) {
        if (to - from == 1) {
            return leaf(digest, leaves.get(from));
        }
        int middle = from + Integer.highestOneBit(to - from - 1);
        return join(digest, node(digest, leaves, from, middle), node(digest, leaves, middle, to));
    }

    private static byte[] leaf(MessageDigest digest, String hash) {
        digest.update((byte) 0);
        return digest.digest(HEX.parseHex(hash));
    }

    private static byte[] join(MessageDigest digest, byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
