package io.wangge.ledger.http.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FormulaBodyTest {
    @Test
    void a_line_and_a_deduction_that_are_null_are_refused_as_missing() {
        FormulaBody body = HttpJson.MAPPER.readValue(
                "{\"lines\": [null, {\"weight\": 1, \"deductions\": [null]}]}", FormulaBody.class);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> body.formula("f"));
        assertThat(refused.faults())
                .containsExactly(
                        FieldFault.of("lines[0]", "required"), FieldFault.of("lines[1].deductions[0]", "required"));
    }
}
