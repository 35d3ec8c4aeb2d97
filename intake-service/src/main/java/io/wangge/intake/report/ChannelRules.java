package io.wangge.intake.report;

import static io.wangge.intake.report.Wording.trimmed;

import io.wangge.contracts.report.Channel;
import io.wangge.intake.report.ReportForm.Resident;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a channel must bring beside the matter itself. Holds for a channel that is named; where the role of the sender
 * stands for it, old clients keep working.
 */
final class ChannelRules {
    private ChannelRules() {}

    static Stream<FieldFault> lacking(ReportForm form) {
        boolean anonymous = Boolean.TRUE.equals(form.anonymous());
        if (anonymous && isKnown(form)) {
            return Stream.of(FieldFault.of("resident", "anonymous-and-named"));
        }
        return channelOf(form)
                .map(channel -> switch (channel) {
                    // A superior's order and a press report are answered under their own number; a device has a name.
                    case SUPERIOR_ORDER, MEDIA, SENSOR ->
                        hasReference(form)
                                ? Stream.<FieldFault>empty()
                                : Stream.of(FieldFault.of("source.reference", "needed-by-channel"));
                    // Somebody stands behind it: whom to call back, or that he does not want to be known.
                    case HOTLINE, RECEPTION -> orLacking(isKnown(form) || anonymous);
                    // An account of the platform, or of the page, may stand for the person.
                    case WECHAT, WEB -> orLacking(isKnown(form) || anonymous || hasReference(form));
                    // Whom, or which household.
                    case VISIT -> orLacking(isKnown(form) || anonymous || trimmed(form.address()) != null);
                    // The worker saw it; the standard (GeoReport v2) asks for nothing more.
                    case GRID_WORKER, PATROL, OPEN311 -> Stream.<FieldFault>empty();
                })
                .orElseGet(Stream::empty);
    }

    private static Stream<FieldFault> orLacking(boolean there) {
        return there ? Stream.empty() : Stream.of(FieldFault.of("resident", "needed-by-channel"));
    }

    private static Optional<Channel> channelOf(ReportForm form) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(form.channel()))
                .findAny();
    }

    private static boolean hasReference(ReportForm form) {
        return form.source() != null && trimmed(form.source().reference()) != null;
    }

    private static boolean isKnown(ReportForm form) {
        Resident resident = form.resident();
        return resident != null
                && (trimmed(resident.name()) != null
                        || trimmed(resident.phone()) != null
                        || trimmed(resident.personId()) != null);
    }
}
