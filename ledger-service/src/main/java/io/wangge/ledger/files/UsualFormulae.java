package io.wangge.ledger.files;

import io.wangge.ledger.score.Formula;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The formulae that are built in: where a place has none of its own, it begins with these. */
public final class UsualFormulae {
    private static final String BUILT_IN = "/usual-score-formulae.json";
    private static final TypeReference<List<Formula>> LIST = new TypeReference<>() {};

    private UsualFormulae() {}

    public static List<Formula> read() {
        try (InputStream in = Objects.requireNonNull(UsualFormulae.class.getResourceAsStream(BUILT_IN))) {
            return JsonMapper.shared().readValue(in, LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(BUILT_IN, e);
        }
    }
}
