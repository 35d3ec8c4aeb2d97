package io.wangge.intake.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.PushSubscription;
import io.wangge.intake.notice.SendingRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * 推送: what is told to somebody, or to a unit, goes to every browser of everybody whom that means now, but those who want
 * no push of it; without a sound to whoever keeps quiet hours now. Sent once one of them has it: a second try would tell the others twice.
 */
public final class PushMessages implements MessageCarrier {
    private final PushSubscriptions subscriptions;
    private final People people;
    private final Supplier<Optional<Directory>> directory;
    private final PushSender sender;
    private final SendingRules rules;
    private final InstantSource clock;

    public PushMessages(
            PushSubscriptions subscriptions,
            People people,
            Supplier<Optional<Directory>> directory,
            PushSender sender,
            SendingRules rules,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.people = people;
        this.directory = directory;
        this.sender = sender;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.PUSH;
    }

    /** Who of {@code recipients} has a browser to be told in. */
    Map<String, String> addresses(List<String> recipients) {
        Map<String, List<String>> readers = new HashMap<>();
        recipients.forEach(to -> readers.put(to, readersOf(to)));
        List<String> all =
                readers.values().stream().flatMap(List::stream).distinct().toList();
        List<String> reached = all.isEmpty()
                ? List.of()
                : subscriptions.of(all).stream().map(PushSubscription::reader).toList();
        Map<String, String> addresses = new HashMap<>();
        readers.forEach((to, those) -> {
            if (those.stream().anyMatch(reached::contains)) {
                addresses.put(to, to);
            }
        });
        return addresses;
    }

    @Override
    public Attempt send(Message message) {
        List<String> readers = readersOf(message.address());
        Map<String, Preferences> preferences = people.preferences(readers);
        Instant now = clock.instant();
        List<Attempt> attempts = new ArrayList<>();
        for (PushSubscription to : subscriptions.of(readers)) {
            Preferences wanted = preferences.getOrDefault(to.reader(), Preferences.NONE);
            if (wanted.allow(MessageChannel.PUSH, message.subject())) {
                attempts.add(sent(to, message, rules.isSilent(wanted, message.urgent(), now)));
            }
        }
        if (attempts.isEmpty()) {
            return new Attempt.Refused("no-address");
        }
        return first(attempts, Attempt.Sent.class)
                .or(() -> first(attempts, Attempt.NotNow.class))
                .orElseGet(attempts::getFirst);
    }

    private static Optional<Attempt> first(List<Attempt> attempts, Class<? extends Attempt> kind) {
        return attempts.stream().filter(kind::isInstance).findFirst();
    }

    private Attempt sent(PushSubscription to, Message message, boolean silent) {
        Attempt attempt = sender.send(to, message, silent);
        if (attempt instanceof Attempt.Refused(String why) && why.equals(PushSender.GONE)) {
            subscriptions.forget(to.id());
        }
        return attempt;
    }

    /** As lists are read: whoever has the role there at this moment. */
    private List<String> readersOf(String to) {
        return Addressee.isUnit(to)
                ? directory.get().stream()
                        .flatMap(now -> now.staff().stream())
                        .filter(staff -> Addressee.of(new Caller(staff.id(), staff.name(), staff.grants()))
                                .contains(to))
                        .map(staff -> Addressee.staff(staff.id()))
                        .toList()
                : Stream.of(to).toList();
    }
}
