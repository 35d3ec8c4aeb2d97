package io.wangge.localstack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The TCP ports of one stack, all on the loopback address. */
public record StackPorts(
        int gateway, int intake, int dispatch, int ledger, int mongod, int kafka, int kafkaController) {

    /** The ports that people and documents know. */
    public static StackPorts standard() {
        return new StackPorts(8080, 8081, 8082, 8083, 27017, 9092, 9093);
    }

    /** Ports that nobody has now, for tests. */
    public static StackPorts free() {
        int[] ports = Ports.free(7);
        return new StackPorts(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6]);
    }

    /** All of them moved up by the same number, so that a second stack has room beside the first. */
    public StackPorts offsetBy(int offset) {
        return new StackPorts(
                gateway + offset,
                intake + offset,
                dispatch + offset,
                ledger + offset,
                mongod + offset,
                kafka + offset,
                kafkaController + offset);
    }

    void writeTo(Path file) {
        String text = asMap().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, text);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    static Optional<StackPorts> readFrom(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties ports = new Properties();
        try {
            ports.load(new StringReader(Files.readString(file)));
            return Optional.of(new StackPorts(
                    number(ports, "gateway"),
                    number(ports, "intake"),
                    number(ports, "dispatch"),
                    number(ports, "ledger"),
                    number(ports, "mongod"),
                    number(ports, "kafka"),
                    number(ports, "kafkaController")));
        } catch (IOException | NumberFormatException damaged) {
            throw new StackException(
                    "文件 %s 已损坏，请删除后重试。".formatted(file),
                    "File %s is damaged; remove it and try again.".formatted(file),
                    damaged);
        }
    }

    private static int number(Properties ports, String name) {
        return Integer.parseInt(ports.getProperty(name, ""));
    }

    private Map<String, Integer> asMap() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("gateway", gateway);
        ports.put("intake", intake);
        ports.put("dispatch", dispatch);
        ports.put("ledger", ledger);
        ports.put("mongod", mongod);
        ports.put("kafka", kafka);
        ports.put("kafkaController", kafkaController);
        return ports;
    }
}
