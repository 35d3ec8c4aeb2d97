package io.wangge.intake.desk;

import io.wangge.intake.notice.Audience;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.Reach;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds to how people are reached whether it can be by push. */
public final class PushedPeople implements People {
    private final People people;
    private final PushMessages push;

    public PushedPeople(People people, PushMessages push) {
        this.people = people;
        this.push = push;
    }

    @Override
    public Map<String, Reach> reach(Collection<String> recipients) {
        Map<String, Reach> reach = new HashMap<>(people.reach(recipients));
        push.addresses(List.copyOf(recipients)).forEach((to, address) -> {
            Map<MessageChannel, String> all = new EnumMap<>(MessageChannel.class);
            all.putAll(reach.getOrDefault(to, Reach.NONE).addresses());
            all.put(MessageChannel.PUSH, address);
            reach.put(to, new Reach(all));
        });
        return reach;
    }

    @Override
    public Map<String, Preferences> preferences(Collection<String> recipients) {
        return people.preferences(recipients);
    }

    @Override
    public void prefer(String recipient, Preferences preferences) {
        people.prefer(recipient, preferences);
    }

    @Override
    public Map<String, Audience> audiences(Collection<String> caseIds) {
        return people.audiences(caseIds);
    }

    @Override
    public void follow(String caseId, String otherCaseId, List<String> personIds) {
        people.follow(caseId, otherCaseId, personIds);
    }

    @Override
    public void follow(String caseId, String personId, String trackingNumber) {
        people.follow(caseId, personId, trackingNumber);
    }

    @Override
    public void unfollow(String caseId, List<String> personIds) {
        people.unfollow(caseId, personIds);
    }
}
