package io.wangge.gateway.http;

import io.wangge.kit.json.HttpJson;
import io.wangge.kit.problem.Problem;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A problem in the words of GeoReport v2: {@code errors/error{code,description}}, in the format that the address ends
 * with. Clients of the standard read nothing else; what the service says itself passes as it is.
 */
final class Open311Errors {
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private Open311Errors() {}

    /** @param path of the request */
    static boolean speaksTo(String path) {
        return path.equals("/open311") || path.startsWith("/open311/");
    }

    /** Sets what the standard wants of the headers. */
    static byte[] body(Problem problem, String path, HttpHeaders headers) {
        boolean json = path.endsWith(".json");
        headers.setContentType(json ? MediaType.APPLICATION_JSON : XML);
        // Public data, asked for by pages of others too, who must be able to read why it failed.
        headers.setAccessControlAllowOrigin("*");
        String description =
                problem.remedy().isEmpty() ? problem.detail() : "%s %s".formatted(problem.detail(), problem.remedy());
        return json ? json(problem.status(), description) : xml(problem.status(), description);
    }

    private static byte[] json(int code, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("description", description);
        return HttpJson.MAPPER.writeValueAsBytes(List.of(error));
    }

    private static byte[] xml(int code, String description) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("errors");
            xml.writeStartElement("error");
            element(xml, "code", Integer.toString(code));
            element(xml, "description", description);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML of our own making cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
