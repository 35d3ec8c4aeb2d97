package io.wangge.kit.consume;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a batch in order: what comes next in its stream is to be applied, what was there before is a repeat, what has a gap
 * before it waits. Pure; it knows positions, what was parked, and the batch.
 */
final class StreamOrder {
    private final Map<String, Long> positions;
    private final Map<String, TreeMap<Long, Arrival>> waiting = new HashMap<>();
    private final Map<String, Arrival> parkedBefore = new LinkedHashMap<>();
    private final List<Arrival> next = new ArrayList<>();
    private int repeats;

    /**
     * @param positions seq of the last event applied per stream
     * @param parked what waits in the store for the streams of this batch
     */
    StreamOrder(Map<String, Long> positions, Collection<Arrival> parked) {
        this.positions = new HashMap<>(positions);
        for (Arrival arrival : parked) {
            parkedBefore.put(arrival.event().id(), arrival);
            if (arrival.seq() > positionOf(arrival.stream())) {
                waitingIn(arrival.stream()).put(arrival.seq(), arrival);
            }
        }
        // A crash between applying and taking out, or a replay, may have moved a stream up to what is parked.
        parked.stream().map(Arrival::stream).distinct().forEach(this::takeOutWhatFollows);
    }

    void arrive(Arrival arrival) {
        long position = positionOf(arrival.stream());
        if (arrival.seq() <= position || waitingIn(arrival.stream()).putIfAbsent(arrival.seq(), arrival) != null) {
            repeats++;
        } else if (arrival.seq() == position + 1) {
            takeOutWhatFollows(arrival.stream());
        }
    }

    private void takeOutWhatFollows(String stream) {
        TreeMap<Long, Arrival> inStream = waitingIn(stream);
        long position = positionOf(stream);
        for (Arrival follower = inStream.remove(position + 1);
                follower != null;
                follower = inStream.remove(position + 1)) {
            next.add(follower);
            position++;
        }
        positions.put(stream, position);
    }

    private long positionOf(String stream) {
        return positions.getOrDefault(stream, 0L);
    }

    private TreeMap<Long, Arrival> waitingIn(String stream) {
        return waiting.computeIfAbsent(stream, any -> new TreeMap<>());
    }

    /** To be applied, in this order. */
    List<Arrival> toApply() {
        return next;
    }

    /** To be parked, but for what is parked already. */
    List<Arrival> toPark() {
        return waiting.values().stream()
                .flatMap(inStream -> inStream.values().stream())
                .filter(arrival -> !parkedBefore.containsKey(arrival.event().id()))
                .toList();
    }

    /** To be taken out of the store once the batch is applied. */
    List<Arrival> noLongerParked() {
        return parkedBefore.values().stream()
                .filter(arrival -> arrival.seq() <= positionOf(arrival.stream()))
                .toList();
    }

    int repeats() {
        return repeats;
    }
}
