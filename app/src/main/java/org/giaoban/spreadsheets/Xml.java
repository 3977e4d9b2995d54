package org.giaoban.spreadsheets;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;
import org.jspecify.annotations.Nullable;

/** A small pull reader over one part: no document types, no entities, no deep nesting. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();
    private static final int MAX_DEPTH = 64;

    private final XMLStreamReader reader;
    private int depth;

    Xml(byte[] bytes) {
        try {
            this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
        } catch (XMLStreamException e) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The reason given to the user is ours; the parser need not print its own.
        factory.setXMLReporter((message, type, related, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external");
        });
        return factory;
    }

    /** Moves on; false at the end of the document. */
    boolean next() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new UnreadableSpreadsheet(Why.TOO_LARGE);
            }
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableSpreadsheet(Why.DOCTYPE);
                case XMLStreamConstants.START_ELEMENT -> deeper();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
            return true;
        } catch (XMLStreamException e) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** The element's name without its prefix; empty between elements. */
    String name() {
        return reader.isStartElement() || reader.isEndElement() ? reader.getLocalName() : "";
    }

    /** Text between tags; empty at a tag. */
    String text() {
        return reader.isCharacters() ? reader.getText() : "";
    }

    @Nullable
    String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    @Nullable
    String attribute(String prefix, String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName) && prefix.equals(reader.getAttributePrefix(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute, or nothing written. */
    String value(String localName) {
        var value = attribute(localName);
        return value == null ? "" : value;
    }

    /** A count written in an attribute, 1 when it is absent. */
    int count(String localName) {
        var value = attribute(localName);
        if (value == null) {
            return 1;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        return Integer.parseInt(value);
    }

    /** Passes over the element just started. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // passing over
        }
    }
}
