package org.giaoban.minutes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.StepUp;
import org.giaoban.meetings.MeetingId;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.minutes.RemarkRepository.Signature;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chair and secretary sign with their passwords; with the second signature the text is frozen under its hash. */
@Service
@Transactional
class Signing {

    private final MinutesDoor door;
    private final MinutesRepository minutes;
    private final RemarkRepository remarks;
    private final StepUp stepUp;

    Signing(MinutesDoor door, MinutesRepository minutes, RemarkRepository remarks, StepUp stepUp) {
        this.door = door;
        this.minutes = minutes;
        this.remarks = remarks;
        this.stepUp = stepUp;
    }

    /** Whether the viewer can still sign as that one. */
    boolean may(Minutes of, Role role) {
        return of.state() == MinutesState.ADOPTED
                && is(of, role)
                && remarks.signatures(of.meeting()).stream().noneMatch(one -> one.role() == role);
    }

    private boolean is(Minutes of, Role role) {
        return role == Role.CHAIR ? door.chairs(of) : door.keeps(of);
    }

    /** False when the password is wrong. */
    boolean sign(MeetingId id, Role role, String password) {
        door.toRead(id);
        var seen = door.find(id).orElseThrow(() -> new NotFound(id));
        if (!is(seen, role)) {
            throw new NotFound(id);
        }
        if (!stepUp.confirms(password)) {
            return false;
        }
        var known = door.lockedByReader(id);
        known.demand(MinutesState.ADOPTED);
        var hash = hash(known, minutes.sections(id));
        var title = role == Role.CHAIR ? known.chair().title() : "";
        if (!remarks.sign(id, new Signature(role, door.viewer().name(), title, door.now(), hash), door.viewer())) {
            throw new Refused("minutes.refused.signed");
        }
        door.trace(known, "sign", Map.of("role", role.name(), "hash", hash));
        if (remarks.signatures(id).size() == Role.values().length) {
            minutes.lock(id, door.now(), hash);
            door.trace(known, "lock", Map.of("hash", hash));
        }
        return true;
    }

    /** Of the number, the facts and every section: what the two put their names to. */
    static String hash(Minutes of, List<Section> sections) {
        var text = new StringBuilder()
                .append(of.number())
                .append('\n')
                .append(of.facts())
                .append('\n')
                .append(of.chair());
        sections.forEach(one -> text.append('\u001e')
                .append(one.position())
                .append('\u001f')
                .append(one.heading())
                .append('\u001f')
                .append(one.text()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
