package io.wangge.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables of GeoReport v2 as schemas (see open311/README.md among the resources). */
final class GeoReportSchemas {
    private final Schema xml;
    private final ObjectNode json;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    GeoReportSchemas() throws Exception {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        this.xml = factory.newSchema(GeoReportSchemas.class.getResource("/open311/georeport-v2.xsd"));
        this.json = (ObjectNode) JsonMapper.shared()
                .readTree(GeoReportSchemas.class.getResourceAsStream("/open311/georeport-v2.schema.json"));
    }

    void assertXml(String answer) throws Exception {
        assertThat(answer).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.newValidator().validate(new StreamSource(new StringReader(answer)));
    }

    /** @param root as the XML's outermost element is called */
    void assertJson(String root, String answer) {
        ObjectNode picked = json.deepCopy();
        picked.put("$ref", "#/$defs/" + root);
        assertThat(registry.getSchema(picked).validate(answer, InputFormat.JSON))
                .as(new String(answer.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEmpty();
    }
}
