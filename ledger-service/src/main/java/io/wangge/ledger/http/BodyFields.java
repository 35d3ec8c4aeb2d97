package io.wangge.ledger.http;

import io.wangge.contracts.Erasable;
import io.wangge.contracts.callback.Grade;
import io.wangge.kit.problem.FieldFault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fields that several bodies share, each checked in one place. */
public final class BodyFields {
    public static final int MOST_COMMENT = 2000;
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Grade::name).toList();

    private BodyFields() {}

    public static void id(@Nullable String id, List<FieldFault> faults) {
        if (id == null) {
            faults.add(FieldFault.of("id", "required"));
        } else if (!id.matches(UUID)) {
            faults.add(FieldFault.of("id", "not-a-uuid"));
        }
    }

    /** One of the four, as text, so that a wrong one is named as such; its absence is the caller's matter. */
    public static void grade(@Nullable String grade, List<FieldFault> faults) {
        if (grade != null && !GRADES.contains(grade)) {
            faults.add(new FieldFault("grade", "unknown-value", Map.of("allowed", GRADES)));
        }
    }

    public static void comment(@Nullable String comment, List<FieldFault> faults) {
        if (comment != null && comment.length() > MOST_COMMENT) {
            faults.add(new FieldFault("comment", "too-long", Map.of("max", MOST_COMMENT)));
        }
    }

    public static @Nullable Erasable erasable(@Nullable String comment, Supplier<String> salt) {
        return comment == null || comment.isBlank() ? null : new Erasable(comment, salt.get());
    }
}
