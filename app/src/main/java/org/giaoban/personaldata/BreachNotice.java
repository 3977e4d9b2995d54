package org.giaoban.personaldata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.ObjectRef;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notice to the authority as .docx, of the office's own template; the number stays blank until the office gives it. */
@Component
class BreachNotice {

    private final Documents documents;
    private final RequestRights rights;

    BreachNotice(Documents documents, RequestRights rights) {
        this.documents = documents;
        this.rights = rights;
    }

    @Transactional(readOnly = true)
    public byte[] docx(Breach one) {
        var title = say("title", one.told().title());
        var about = new About(new ObjectRef("breach", one.id()), title, "/personal-data/breaches/" + one.id());
        var paper = new Paper("breach-notice", model(one, title));
        return documents.render(
                new NewDocument(one.unit(), "thong-bao", title, rights.today(), about, "breach:" + one.id(), paper),
                null);
    }

    private static Map<String, Object> model(Breach one, String title) {
        var model = new HashMap<String, Object>();
        model.put("trich_yeu", title);
        model.put("kinh_gui", List.of(Map.of("ten", say("to"))));
        model.put("mo_dau", say("opening"));
        model.put("diem", points(one));
        model.put("ket_thuc", say("closing"));
        model.put("tham_quyen", "");
        model.put("chuc_vu", "");
        model.put("nguoi_ky", "");
        model.put("noi_nhan", List.of(Map.of("ten", say("copy"))));
        return model;
    }

    private static List<Map<String, String>> points(Breach one) {
        var told = one.told();
        var points = new ArrayList<Map<String, String>>();
        points.add(point("found", Formats.dateTime(told.foundAt())));
        points.add(point("happened", told.happened()));
        points.add(point("kinds", told.kinds()));
        var assessment = one.assessment();
        if (assessment != null) {
            var affected = assessment.affected();
            points.add(point("affected", affected == null ? say("not-known") : String.valueOf(affected)));
            points.add(point("consequences", assessment.consequences()));
            points.add(point("measures", assessment.measures()));
            points.add(point("level", assessment.level().word()));
        }
        var telling = one.telling();
        points.add(point("told", telling == null ? say("not-yet") : telling.how()));
        return points;
    }

    private static Map<String, String> point(String name, String value) {
        return Map.of("ten", say(name), "noi_dung", value);
    }

    /** Papers of the office are in Vietnamese whoever prints them. */
    private static String say(String name, Object... args) {
        return Texts.text(Texts.VIETNAMESE, "personaldata.breach.notice." + name, args);
    }
}
