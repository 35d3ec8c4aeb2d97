package io.wangge.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wangge.ledger.entry.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void theRootOfThreeLeavesIsThatOfRfc6962() throws Exception {
        List<String> leaves = leaves(3);
        byte[] left = sha(1, sha(0, bytes(leaves.get(0))), sha(0, bytes(leaves.get(1))));
        byte[] root = sha(1, left, sha(0, bytes(leaves.get(2))));

        assertThat(MerkleTree.root(leaves)).isEqualTo(HexFormat.of().formatHex(root));
    }

    @Property(tries = 200)
    void everyLeafClimbsToTheRootAndNoOtherDoes(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll int any) {
        List<String> leaves = leaves(size);
        int index = Math.floorMod(any, size);
        String root = MerkleTree.root(leaves);

        assertThat(MerkleTree.climb(leaves.get(index), MerkleTree.path(leaves, index)))
                .isEqualTo(root);
        assertThat(MerkleTree.climb(Sha256.hex("other"), MerkleTree.path(leaves, index)))
                .isNotEqualTo(root);
    }

    @Test
    void aTreeWithoutLeavesAndALeafThatIsNoHashAreRefused() {
        assertThatThrownBy(() -> MerkleTree.root(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(List.of("no hash"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> leaves(int size) {
        return new ArrayList<>(
                IntStream.range(0, size).mapToObj(i -> Sha256.hex("leaf " + i)).toList());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] sha(int prefix, byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
