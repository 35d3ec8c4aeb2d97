package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.report.NewReport;
import java.util.List;

/** Who hands a report in. */
sealed interface Sender {
    record Staff(Caller caller) implements Sender {}

    record Outside(Actor actor) implements Sender {}

    default String id() {
        return switch (this) {
            case Staff(Caller caller) -> caller.staffId();
            case Outside(Actor actor) -> actor.id();
        };
    }

    /** As the report names it, else as the sender's role has it. */
    default Channel channelOf(NewReport report) {
        Channel named = report.channel();
        if (named != null) {
            return named;
        }
        return switch (this) {
            case Staff(Caller caller) -> FirstReceiver.channelOf(caller);
            case Outside outside -> throw new IllegalArgumentException("A report from outside names its channel");
        };
    }

    /** 首问责任人. @param territoryPath of the place that is reported */
    default Actor actor(List<String> territoryPath) {
        return switch (this) {
            case Staff(Caller caller) -> FirstReceiver.actor(caller, territoryPath);
            case Outside(Actor actor) -> actor;
        };
    }
}
