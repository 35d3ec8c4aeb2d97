package io.wangge.intake.wechat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A message of the platform: one level of elements within {@code <xml>}. */
public record Incoming(Map<String, String> fields) {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_FIELDS = 64;
    private static final XMLInputFactory PARSER = XMLInputFactory.newDefaultFactory();

    static {
        // Neither entities nor a document type: nothing is read from elsewhere and nothing grows (XXE, billion laughs).
        PARSER.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        PARSER.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        PARSER.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        PARSER.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    public Incoming {
        fields = Map.copyOf(fields);
    }

    /** @return empty for what is not such a message, also when it declares a document type */
    public static Optional<Incoming> read(String xml) {
        int root = xml.indexOf("<xml");
        // Nothing is declared before the message: a parser that never sees a document type cannot follow one.
        if (xml.length() > LONGEST || root < 0 || xml.lastIndexOf("<!", root) >= 0) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        try {
            XMLStreamReader reader = PARSER.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            String name = "";
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        name = reader.getLocalName();
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (depth == 2 && fields.size() < MOST_FIELDS) {
                            fields.put(name, text.toString());
                        }
                        depth--;
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Incoming(fields));
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Who wrote. */
    public String openid() {
        return field("FromUserName");
    }

    /** The same for a message that the platform sends again; events have no number. */
    public String id() {
        String number = field("MsgId");
        return number.isEmpty() ? openid() + "/" + field("CreateTime") + "/" + field("Event") : number;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Incoming[type=" + field("MsgType") + "]";
    }
}
