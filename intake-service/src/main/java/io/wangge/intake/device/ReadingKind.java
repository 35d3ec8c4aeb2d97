package io.wangge.intake.device;

import io.wangge.contracts.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * 感知指标: what is measured, and from where on somebody has to look. Data of the deployment.
 *
 * @param unit of the value, as it is shown
 * @param above a value above it is out of bounds; null for no upper bound
 * @param below a value below it is out of bounds; null for no lower bound
 * @param inARow so many readings out of bounds one after another make an alarm; one may be a wave
 * @param category that the report names; null leaves it to the dispatcher
 */
public record ReadingKind(
        String code,
        String nameZh,
        String nameEn,
        String unit,
        @Nullable Double above,
        @Nullable Double below,
        int inARow,
        @Nullable String category,
        Urgency urgency) {
    public boolean isOutOfBounds(double value) {
        return (above != null && value > above) || (below != null && value < below);
    }
}
