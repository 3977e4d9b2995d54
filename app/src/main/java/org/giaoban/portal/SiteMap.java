package org.giaoban.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the map of the site for search engines, by the protocol of sitemaps.org. */
final class SiteMap {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private SiteMap() {}

    /** A page and when it was changed last, where that is known. */
    record Place(String address, @Nullable Instant changed) {}

    static String pages(List<Place> places) {
        return written("urlset", "url", places);
    }

    /** Of the maps themselves, when there are several. */
    static String index(List<Place> maps) {
        return written("sitemapindex", "sitemap", maps);
    }

    private static String written(String whole, String each, List<Place> places) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(whole);
            xml.writeDefaultNamespace(NAMESPACE);
            for (var place : places) {
                write(xml, each, place);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String each, Place place) throws XMLStreamException {
        xml.writeStartElement(each);
        element(xml, "loc", place.address());
        if (place.changed() != null) {
            element(
                    xml,
                    "lastmod",
                    place.changed().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
