package org.giaoban.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.people.People;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the pages of requests show, for those who answer. */
@Component
class RequestPages {

    private final Requests requests;
    private final RequestRights rights;
    private final Restrictions restrictions;
    private final Holders holders;
    private final FileToGo files;
    private final People people;
    private final Access access;
    private final Audit audit;

    RequestPages(
            Requests requests,
            RequestRights rights,
            Restrictions restrictions,
            Holders holders,
            FileToGo files,
            People people,
            Access access,
            Audit audit) {
        this.requests = requests;
        this.rights = rights;
        this.restrictions = restrictions;
        this.holders = holders;
        this.files = files;
        this.people = people;
        this.access = access;
        this.audit = audit;
    }

    /** A request that the viewer answers; their own they see among their own data. */
    Request handled(UUID id) {
        var one = requests.get(id);
        if (!rights.handles(one)) {
            throw new NotFound(id);
        }
        return one;
    }

    RequestController.Page of(UUID id, Map<String, String> typed) {
        var one = handled(id);
        var person = one.asker().person();
        var shown = person != null && people.visible(Set.of(person)).contains(person);
        return new RequestController.Page(
                new RequestLine(one, rights.today()),
                requests.path(id),
                audit.history(new ObjectRef("personal-request", id)),
                shown ? "/people/" + person : null,
                person != null
                        && one.asked().kind() == RequestKind.RESTRICT
                        && one.course().state() == Request.State.DONE
                        && restrictions.locked(person),
                typed);
    }

    /** The person of a code, if the viewer answers for the unit that keeps the file. */
    Optional<Holder> holder(String code) {
        return people.byCode(code.strip())
                .flatMap(holders::find)
                .filter(holder -> access.allows(Capability.PERSONAL_DATA, holder.keeper()));
    }

    /** The holder of a request that is being handled. */
    Holder holder(Request one) {
        var account = one.asker().account();
        return holders.find(one.asker().person(), account == null ? Set.of() : Set.of(account))
                .orElseThrow(() -> new NotFound(one.id()));
    }

    ResponseEntity<byte[]> file(UUID id, String format) {
        var holder = holder(handled(id));
        requests.handedOut(id, format);
        var json = format.equals("json");
        return TableExport.file(
                Texts.text("personaldata.file") + "." + format,
                json ? "application/octet-stream" : "application/pdf",
                json ? files.json(holder) : files.pdf(holder));
    }

    TableExport table(List<RequestLine> lines) {
        var headers = List.of(
                Texts.text("personaldata.request.number"),
                Texts.text("personaldata.request.who"),
                Texts.text("personaldata.request.kind"),
                Texts.text("personaldata.request.came"),
                Texts.text("personaldata.request.due"),
                Texts.text("personaldata.request.state"));
        var rows = lines.stream()
                .map(line ->
                        List.of(line.number(), line.name(), line.kind(), line.received(), line.due(), line.standing()))
                .toList();
        return new TableExport(Texts.text("personaldata.desk.file"), headers, rows);
    }
}
