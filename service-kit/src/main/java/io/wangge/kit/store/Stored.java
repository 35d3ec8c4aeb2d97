package io.wangge.kit.store;

import java.util.List;
import java.util.OptionalLong;

/**
 * A value as it stands in the store.
 *
 * @param version seq of the last event of its stream
 * @param commands the last 32 commands that changed it, oldest first
 * @param pendingEvents how many of its events are not yet published
 */
public record Stored<T>(String id, long version, T value, List<CommandMark> commands, int pendingEvents) {

    /** @param seq version that the command produced */
    public record CommandMark(String commandId, long seq) {}

    /** The version that this command produced, when it is among the last 32. */
    public OptionalLong producedBy(String commandId) {
        return commands.stream()
                .filter(mark -> mark.commandId().equals(commandId))
                .mapToLong(CommandMark::seq)
                .findFirst();
    }
}
