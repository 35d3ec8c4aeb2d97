package io.wangge.intake.desk;

import io.wangge.intake.notice.Attempt;
import io.wangge.intake.notice.Channels;
import io.wangge.intake.notice.Delivery;
import io.wangge.intake.notice.Message;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Notice;
import io.wangge.intake.notice.NoticeWords;
import io.wangge.intake.notice.Reach;
import io.wangge.intake.notice.SendingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Sends what is due: claimed in batches, each message by its carrier, the outcome written down. After a crash between
 * sending and writing down, a message goes out again under the same id.
 */
public final class SendMessages {
    /** Longer than a batch takes with carriers that time out. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final MessageChannel SMS = MessageChannel.SMS;
    private static final Duration DAY = Duration.ofHours(24);
    private static final int SIDE_BY_SIDE = 16;

    private final Notices notices;
    private final People people;
    private final Map<MessageChannel, MessageCarrier> carriers = new HashMap<>();
    private final Channels channels;
    private final NoticeWords words;
    private final SendingRules rules;
    private final String publicUrl;
    private final int batch;
    private final InstantSource clock;

    /**
     * @param publicUrl that links begin with
     * @param batch most messages at once, which with the pause between two is the rate
     */
    public SendMessages(
            Notices notices,
            People people,
            List<MessageCarrier> carriers,
            Channels channels,
            NoticeWords words,
            SendingRules rules,
            String publicUrl,
            int batch,
            InstantSource clock) {
        this.notices = notices;
        this.people = people;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
        this.channels = channels;
        this.words = words;
        this.rules = rules;
        this.publicUrl = publicUrl;
        this.batch = batch;
        this.clock = clock;
    }

    /** @return how many notices were due; as many as a batch holds when there are more */
    public int sendDue() {
        Instant now = clock.instant();
        List<Notice> due = notices.claimDue(now, LEASE, batch);
        if (due.isEmpty()) {
            return 0;
        }
        List<String> recipients = due.stream().map(Notice::to).distinct().toList();
        Map<String, Reach> reach = people.reach(recipients);
        Map<String, Integer> sentLately = new HashMap<>(notices.sentSince(recipients, now.minus(DAY)));
        Semaphore hands = new Semaphore(SIDE_BY_SIDE);
        List<Callable<Notice>> tasks = new ArrayList<>();
        for (Notice notice : due) {
            int before = sentLately.merge(notice.to(), 1, Integer::sum) - 1;
            tasks.add(() -> {
                hands.acquire();
                try {
                    return sent(notice, reach.getOrDefault(notice.to(), Reach.NONE), before, now);
                } finally {
                    hands.release();
                }
            });
        }
        notices.settle(sideBySide(tasks));
        return due.size();
    }

    private Notice sent(Notice notice, Reach reach, int sentLately, Instant now) {
        List<Delivery> after = new ArrayList<>();
        for (Delivery delivery : notice.deliveries()) {
            Delivery checked = delivery.isDue(now) ? rules.before(delivery, notice, sentLately, now) : delivery;
            after.add(checked.isDue(now) ? rules.after(checked, tried(notice, reach, checked), now) : checked);
        }
        if (wechatFailed(after) && reach.addresses().containsKey(SMS) && channels.hasSms()) {
            after.add(channels.insteadOfWeChat(now));
        }
        return notice.with(after);
    }

    private static boolean wechatFailed(List<Delivery> deliveries) {
        boolean failed = deliveries.stream()
                .anyMatch(delivery ->
                        delivery.channel() == MessageChannel.WECHAT && delivery.state() == Delivery.State.FAILED);
        return failed && deliveries.stream().noneMatch(delivery -> delivery.channel() == SMS);
    }

    private Attempt tried(Notice notice, Reach reach, Delivery delivery) {
        String address = reach.addresses().get(delivery.channel());
        MessageCarrier carrier = carriers.get(delivery.channel());
        if (address == null || carrier == null) {
            return new Attempt.Refused(address == null ? "no-address" : "channel-off");
        }
        return carrier.send(new Message(
                notice.id(),
                delivery.channel(),
                address,
                notice.subject(),
                words.title(notice.subject(), notice.facts(), false),
                words.text(notice.subject(), notice.facts(), false),
                notice.link() == null ? null : publicUrl + notice.link(),
                notice.urgent(),
                notice.facts()));
    }

    private static List<Notice> sideBySide(List<Callable<Notice>> tasks) {
        List<Notice> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Notice> future : threads.invokeAll(tasks)) {
                done.add(future.get());
            }
        } catch (InterruptedException e) {
            // Not settled, so the claims run out and they are sent by whoever comes next.
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A carrier threw", e.getCause());
        }
        return done;
    }
}
