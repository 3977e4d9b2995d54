package org.giaoban.meetings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.documents.About;
import org.giaoban.documents.Documents;
import org.giaoban.documents.IssuedDocument;
import org.giaoban.documents.NewDocument;
import org.giaoban.documents.Paper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notice of a meeting's conclusions: written from the closed meeting, numbered once. */
@Service
@Transactional
class ConclusionNotice {

    private static final String TYPE = "thong-bao";
    private static final String TEMPLATE = "conclusion-notice";

    private final MeetingReporting reporting;
    private final NoticeText text;
    private final Documents documents;
    private final MeetingDoor door;

    ConclusionNotice(MeetingReporting reporting, NoticeText text, Documents documents, MeetingDoor door) {
        this.reporting = reporting;
        this.text = text;
        this.documents = documents;
        this.door = door;
    }

    /** Issues the notice, or finds it when it was issued before: the meeting's key makes it one. */
    IssuedDocument issue(Meeting meeting) {
        meeting.demandClosed();
        var issued = documents.issue(paper(meeting));
        door.trace(meeting, "notice", Map.of("symbol", issued.symbol()));
        return issued;
    }

    byte[] draft(Meeting meeting) {
        return documents.draft(paper(meeting));
    }

    @Transactional(readOnly = true)
    List<IssuedDocument> of(MeetingId meeting) {
        return documents.about(MeetingDoor.object(meeting));
    }

    private NewDocument paper(Meeting meeting) {
        var report = reporting.of(meeting);
        var model = new HashMap<String, Object>(text.signature(meeting));
        model.put("mo_dau", text.opening(report));
        model.put("ket_luan", text.conclusions(report));
        model.put("nhiem_vu", text.orders(report));
        model.put("ket_thuc", text.ending());
        return new NewDocument(
                meeting.unit(),
                TYPE,
                text.title(report),
                door.today(),
                new About(
                        MeetingDoor.object(meeting.id()),
                        report.title(),
                        meeting.id().href()),
                "meeting:" + meeting.id().value(),
                new Paper(TEMPLATE, model));
    }
}
