package io.wangge.ledger.archive;

import io.wangge.ledger.entry.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where in an archive the entries of a case stand: an archive is a row of gzip files of some pages each, its members. Beside
 * the archive, and made from it: one that is missing, broken or of another archive is no index, and the archive is read as a
 * whole. It proves nothing; what is found by it is checked like everything else.
 *
 * <pre>
 * WGIX1   members (int)   where each begins, and where the last ends (long each)
 * records (int)   first 8 bytes of the SHA-256 of a case id (long), member (int), in order
 * SHA-256 of all that
 * </pre>
 */
final class ArchiveIndex {
    private static final byte[] MAGIC = "WGIX1".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 32;
    private static final int RECORD = Long.BYTES + Integer.BYTES;
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::key).thenComparingInt(Place::member);

    private final ByteBuffer bytes;
    private final int members;

    private ArchiveIndex(ByteBuffer bytes, int members) {
        this.bytes = bytes;
        this.members = members;
    }

    /** @param from first byte of a member @param to behind its last */
    record Member(long from, long to) {}

    private record Place(long key, int member) {}

    /** Not for several threads. */
    static final class Making {
        private final List<Long> begins = new ArrayList<>();
        private final TreeSet<Place> places = new TreeSet<>(ORDER);

        void member(long begin) {
            begins.add(begin);
        }

        /** An entry of the member that began last. */
        void add(ArchivedEntry entry) {
            for (String caseId : entry.caseIds()) {
                places.add(new Place(key(caseId), begins.size() - 1));
            }
        }

        void write(Path file, long end) throws IOException {
            ByteBuffer out = ByteBuffer.allocate(MAGIC.length
                    + 2 * Integer.BYTES
                    + (begins.size() + 1) * Long.BYTES
                    + places.size() * RECORD
                    + HASH);
            out.put(MAGIC).putInt(begins.size());
            begins.forEach(out::putLong);
            out.putLong(end).putInt(places.size());
            places.forEach(place -> out.putLong(place.key()).putInt(place.member()));
            out.put(hashOf(out.array(), out.position()));
            Files.write(
                    file,
                    out.array(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        }
    }

    /** @param archive the file that it should be of @return null when there is none that can be used */
    static @Nullable ArchiveIndex read(Path file, Path archive) {
        try {
            byte[] all = Files.readAllBytes(file);
            int content = all.length - HASH;
            if (content < MAGIC.length + 2 * Integer.BYTES
                    || !MessageDigest.isEqual(hashOf(all, content), Arrays.copyOfRange(all, content, all.length))) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.wrap(all, 0, content);
            int members = bytes.getInt(MAGIC.length);
            ArchiveIndex index = new ArchiveIndex(bytes, members);
            return index.begin(members) == Files.size(archive) ? index : null;
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** In the order of the archive. */
    List<Member> membersOf(String caseId) {
        long key = key(caseId);
        int first = MAGIC.length + Integer.BYTES + (members + 1) * Long.BYTES;
        int records = bytes.getInt(first);
        int low = 0;
        int high = records;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bytes.getLong(first + Integer.BYTES + middle * RECORD) < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Member> found = new ArrayList<>();
        for (int i = low; i < records; i++) {
            int at = first + Integer.BYTES + i * RECORD;
            if (bytes.getLong(at) != key) {
                break;
            }
            int member = bytes.getInt(at + Long.BYTES);
            found.add(new Member(begin(member), begin(member + 1)));
        }
        return found;
    }

    private long begin(int member) {
        return bytes.getLong(MAGIC.length + Integer.BYTES + member * Long.BYTES);
    }

    private static long key(String caseId) {
        byte[] id = caseId.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(hashOf(id, id.length)).getLong();
    }

    private static byte[] hashOf(byte[] bytes, int length) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, length);
        return digest.digest();
    }
}
