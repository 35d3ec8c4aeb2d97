package io.wangge.intake.http.open311;

import io.wangge.kit.json.HttpJson;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Open311 in both of its formats. The standard defines the XML and maps it to JSON by the Spark convention: a
 * list loses the elements that wrap its items, an empty element is null.
 */
sealed interface Open311Answer {
    /** A value: string, number, boolean, or null for an empty element. */
    record Leaf(@Nullable Object value) implements Open311Answer {}

    /** Named parts in their order. */
    record Parts(Map<String, Open311Answer> all) implements Open311Answer {}

    /** @param item name of the element around each */
    record Items(String item, List<? extends Open311Answer> all) implements Open311Answer {}

    /** Puts parts together. */
    final class Building {
        private final Map<String, Open311Answer> parts = new LinkedHashMap<>();

        Building leaf(String name, @Nullable Object value) {
            parts.put(name, new Leaf(value));
            return this;
        }

        Building part(String name, Open311Answer value) {
            parts.put(name, value);
            return this;
        }

        Parts done() {
            return new Parts(parts);
        }
    }

    static Building parts() {
        return new Building();
    }

    default byte[] json() {
        return HttpJson.MAPPER.writeValueAsBytes(plain(this));
    }

    private static @Nullable Object plain(Open311Answer answer) {
        return switch (answer) {
            case Leaf(Object value) -> value;
            case Parts(var all) -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                all.forEach((name, part) -> plain.put(name, plain(part)));
                yield plain;
            }
            case Items(String item, var all) -> {
                List<@Nullable Object> plain = new ArrayList<>();
                all.forEach(part -> plain.add(plain(part)));
                yield plain;
            }
        };
    }

    /** @param root name of the outermost element */
    default byte[] xml(String root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, root, this);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML of our own making cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(XMLStreamWriter xml, String name, Open311Answer answer) throws XMLStreamException {
        if (answer instanceof Leaf(Object value) && value == null) {
            xml.writeEmptyElement(name);
            return;
        }
        xml.writeStartElement(name);
        switch (answer) {
            case Leaf(Object value) -> xml.writeCharacters(inXml(String.valueOf(value)));
            case Parts(var all) -> {
                for (Map.Entry<String, Open311Answer> part : all.entrySet()) {
                    write(xml, part.getKey(), part.getValue());
                }
            }
            case Items(String item, var all) -> {
                for (Open311Answer part : all) {
                    write(xml, item, part);
                }
            }
        }
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write control characters at all. */
    static String inXml(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && isXml(point)
                        ? point
                        : 0xFFFD)
                .forEach(fit::appendCodePoint);
        return fit.toString();
    }

    private static boolean isXml(int point) {
        return point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
