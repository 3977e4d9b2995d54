package org.giaoban.reporting;

import java.util.List;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.Files;
import org.giaoban.files.Upload;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.reporting.Saved.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was read of a return: one lock, one new version or none, findings renewed, sent when it is whole. */
@Service
@Transactional
class Filing {

    /** What to do with a return that is whole: send it, or keep it until somebody says so. */
    enum Wish {
        SEND,
        KEEP
    }

    /** The file a reading came from. */
    record Source(Version.Origin origin, @Nullable String fileName, byte @Nullable [] bytes) {

        static final Source SCREEN = new Source(Version.Origin.SCREEN, null, null);

        @Nullable
        String sha256() {
            return bytes == null ? null : Content.sha256(bytes);
        }
    }

    private final ReturnStore store;
    private final Examination examination;
    private final Sending sending;
    private final Files files;
    private final Access access;
    private final CurrentViewer viewer;
    private final Moment moment;

    Filing(
            ReturnStore store,
            Examination examination,
            Sending sending,
            Files files,
            Access access,
            CurrentViewer viewer,
            Moment moment) {
        this.store = store;
        this.examination = examination;
        this.sending = sending;
        this.files = files;
        this.access = access;
        this.viewer = viewer;
        this.moment = moment;
    }

    Saved save(ReturnKey key, ReturnReading reading, Source source, Wish wish) {
        access.require(Capability.REPORT_ENTER, key.unit().id());
        var row = store.returns().lock(key);
        var before = row.version() == 0 ? Content.NOTHING : store.versions().content(row.id(), row.version());
        var examined = examination.of(key, reading);
        var saved = new Saved(Status.UNCHANGED, row, examined, before, reading.content());
        if (row.state() == ReturnState.ACCEPTED) {
            return saved.with(same(before, reading) ? Status.UNCHANGED : Status.CLOSED);
        }
        var earlier = earlier(row, source);
        if (earlier.isPresent() && earlier.get().number() < row.version()) {
            return saved.with(Status.OLDER);
        }
        if (same(before, reading)) {
            boolean send = wish == Wish.SEND && row.state() != ReturnState.SUBMITTED && row.version() > 0;
            return send && examined.whole()
                    ? saved.with(sending.submit(key, row, before)).with(Status.SENT)
                    : saved;
        }
        if (row.state() == ReturnState.SUBMITTED && !examined.whole()) {
            return saved.with(Status.SENT_STAYS);
        }
        return newVersion(key, saved, source, wish);
    }

    private static boolean same(Content before, ReturnReading reading) {
        return before.fingerprint().equals(reading.content().fingerprint());
    }

    private Optional<Version> earlier(ReturnRow row, Source source) {
        var sha256 = source.sha256();
        return sha256 == null ? Optional.empty() : store.versions().fromFile(row.id(), sha256);
    }

    /** What is whole is sent as wished; a sent return that got a newer whole version is sent again at once. */
    private Saved newVersion(ReturnKey key, Saved saved, Source source, Wish wish) {
        var row = saved.row().withVersion(saved.row().version() + 1);
        var content = saved.after();
        boolean send = saved.examined().whole() && (row.state() == ReturnState.SUBMITTED || wish == Wish.SEND);
        var now = send ? row.submitted(moment.instant(), viewer.get().account()) : row;
        store.writer()
                .write(
                        now,
                        version(now, content, source),
                        content,
                        saved.examined().findings());
        if (send) {
            sending.sent(key, now, content);
        }
        return saved.with(now).with(send ? Status.SENT : Status.DRAFT);
    }

    private Version version(ReturnRow row, Content content, Source source) {
        var file = source.bytes() == null || source.fileName() == null
                ? null
                : files.store(
                                Upload.of(source.fileName(), source.bytes()),
                                row.id().owner(),
                                row.unit())
                        .id()
                        .value();
        return new Version(
                row.version(),
                source.origin(),
                file,
                source.fileName(),
                source.sha256(),
                content.fingerprint(),
                moment.instant(),
                viewer.get().account());
    }

    /** What the newest version lacks and what does not hold in it, calculated anew. */
    @Transactional(readOnly = true)
    Examined examine(ReturnKey key, Content content) {
        return examination.of(key, new ReturnReading(content, List.of()));
    }
}
