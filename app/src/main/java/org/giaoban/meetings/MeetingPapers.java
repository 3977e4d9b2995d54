package org.giaoban.meetings;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What papers about a meeting are written from, for modules above. */
@Service
@Transactional(readOnly = true)
public class MeetingPapers {

    private final MeetingDoor door;
    private final ConclusionRepository conclusions;
    private final ConclusionReading reading;
    private final AgendaRepository agendas;
    private final KindRepository kinds;
    private final Signers signers;
    private final CarriedRepository carried;

    MeetingPapers(
            MeetingDoor door,
            ConclusionRepository conclusions,
            ConclusionReading reading,
            AgendaRepository agendas,
            KindRepository kinds,
            Signers signers,
            CarriedRepository carried) {
        this.door = door;
        this.conclusions = conclusions;
        this.reading = reading;
        this.agendas = agendas;
        this.kinds = kinds;
        this.signers = signers;
        this.carried = carried;
    }

    /** Who signs, by what authority, and who always gets a copy, one a line. */
    public record Signing(String authority, String post, String name, List<String> recipients) {}

    /** The meeting for those who issue papers in its unit's name. */
    public MeetingLine toIssue(MeetingId id) {
        return door.toIssue(id).line();
    }

    /** The conclusions of a meeting in their order; the caller has checked access. */
    public List<Concluded> conclusions(MeetingLine meeting) {
        var all = conclusions.of(meeting.id());
        var words = reading.of(all, meeting.day());
        var reaches = agendas.of(meeting.id()).stream().collect(Collectors.toMap(AgendaItem::id, AgendaItem::reach));
        return all.stream()
                .map(one -> new Concluded(
                        one.position(),
                        one.item(),
                        reaches.getOrDefault(one.item(), Reach.INTERNAL),
                        one.kind(),
                        one.text(),
                        one.open(),
                        one.why(),
                        new Concluded.Duty(
                                one.duty().units(),
                                words.units(one),
                                words.answerable(one),
                                words.due(one),
                                words.measure(one),
                                new Concluded.More(words.product(one), words.helping(one), words.supervising(one)))))
                .toList();
    }

    /** What the meeting opened with of earlier meetings' orders, as it stood then, the latest first; the caller has checked access. */
    public List<CarriedOrder> carried(MeetingLine meeting) {
        return carried.of(meeting.id()).stream().map(CarriedOrder::of).toList();
    }

    /** Whether the rules of its kind name who signs the notice of conclusions, so that one is expected. */
    public boolean wantsNotice(MeetingLine meeting) {
        return kinds.find(meeting.kind(), meeting.day())
                .filter(kind -> kind.notice().signerPost() != null)
                .isPresent();
    }

    /** Signed for the committee by the head of its office when the kind of meeting says so, else by the chair. */
    public Signing signing(MeetingLine meeting, MeetingReport.@Nullable Chair chair) {
        var notice = kinds.find(meeting.kind(), meeting.day())
                .map(MeetingKind::notice)
                .orElse(new MeetingKind.Notice("", null, null, ""));
        var signer = signers.find(meeting.unit(), notice);
        var recipients = notice.recipients().lines().toList();
        if (signer != null) {
            return new Signing(notice.authority(), signers.post(signer), signers.name(signer), recipients);
        }
        return new Signing(
                notice.authority(), chair == null ? "" : chair.title(), chair == null ? "" : chair.name(), recipients);
    }
}
