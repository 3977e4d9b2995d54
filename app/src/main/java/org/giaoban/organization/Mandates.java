package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds which post in which unit, on any day. */
@Service
@Transactional
public class Mandates {

    private final MandateRepository repository;
    private final ProfileRepository profile;
    private final UnitRepository units;
    private final UnitWriter tree;
    private final Access access;
    private final Audit audit;

    Mandates(
            MandateRepository repository,
            ProfileRepository profile,
            UnitRepository units,
            UnitWriter tree,
            Access access,
            Audit audit) {
        this.repository = repository;
        this.profile = profile;
        this.units = units;
        this.tree = tree;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> holder(UnitId unit, String post, LocalDate day) {
        return repository.holder(unit, post, day);
    }

    /** A person's mandates on that day, most senior first. */
    @Transactional(readOnly = true)
    public List<Mandate> of(PersonId person, LocalDate day) {
        return repository.of(List.of(person), day);
    }

    /** The mandates in a unit on that day, most senior first. */
    @Transactional(readOnly = true)
    public List<Mandate> in(UnitId unit, LocalDate day) {
        return repository.in(List.of(unit), day);
    }

    /** The mandates in many units on that day, most senior first. */
    @Transactional(readOnly = true)
    public List<Mandate> in(Collection<UnitId> all, LocalDate day) {
        return repository.in(all, day);
    }

    /** The most senior holder of each unit on that day. */
    @Transactional(readOnly = true)
    public Map<UnitId, Mandate> heads(Collection<UnitId> all, LocalDate day) {
        var heads = new LinkedHashMap<UnitId, Mandate>();
        repository.in(all, day).forEach(mandate -> heads.putIfAbsent(mandate.unit(), mandate));
        return heads;
    }

    /** All posts of a person on that day as one title, most senior first; empty when there is none. */
    @Transactional(readOnly = true)
    public String titleOn(PersonId person, LocalDate day) {
        return titlesOn(List.of(person), day).getOrDefault(person, "");
    }

    /** As {@link #titleOn} for many; persons without a post are left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> titlesOn(Collection<PersonId> persons, LocalDate day) {
        return repository.of(persons, day).stream()
                .collect(Collectors.groupingBy(
                        Mandate::person, Collectors.mapping(Mandate::title, Collectors.joining(", "))));
    }

    @Transactional(readOnly = true)
    Optional<Mandate> find(UUID id) {
        return repository.find(id);
    }

    /** What a post is called in lists, as in "Bí thư". */
    @Transactional(readOnly = true)
    public String postName(String post) {
        return profile.post(post).orElseThrow(() -> new NotFound(post)).name();
    }

    /** The posts somebody holds in any of these units on that day, by code, most senior first. */
    @Transactional(readOnly = true)
    public Map<String, String> postNames(Collection<UnitId> all, LocalDate day) {
        var held = repository.in(all, day).stream().map(Mandate::post).collect(Collectors.toSet());
        return profile.postNames(held);
    }

    /** Somebody takes up a post. Refused when the unit has no such post then or it is taken. */
    public UUID begin(NewMandate mandate) {
        access.require(Capability.ORGANIZATION_EDIT, mandate.unit());
        tree.lockTree();
        var post = fitting(mandate);
        for (var other : repository.inTheWay(mandate, post.single())) {
            throw new Refused(
                    "organization.mandate.taken",
                    other.title(),
                    Formats.date(other.valid().from()));
        }
        var id = Uuid7.next();
        repository.insert(id, mandate, post.single());
        recorded("organization.mandate-begun", mandate.unit(), id, Map.of("post", title(id), "from", day(mandate)));
        return id;
    }

    private Post fitting(NewMandate mandate) {
        var day = mandate.valid().from();
        var unit = units.find(mandate.unit(), day)
                .orElseThrow(() -> new Refused("organization.mandate.no-unit-then", Formats.date(day)));
        if (mandate.valid().empty()) {
            throw new Refused("organization.mandate.ends-before-start");
        }
        if (!units.livesThrough(unit.id(), mandate.valid())) {
            throw new Refused("organization.mandate.unit-ends-sooner", unit.name());
        }
        return profile.posts(unit.kind(), day).stream()
                .filter(post -> post.code().equals(mandate.post()))
                .findFirst()
                .orElseThrow(() -> new Refused("organization.mandate.no-such-post", unit.name()));
    }

    /** The person leaves the post; {@code until} is the first day without it. */
    public void end(UUID id, LocalDate until) {
        var mandate = repository.find(id).orElseThrow(() -> new NotFound(id));
        access.require(Capability.ORGANIZATION_EDIT, mandate.unit());
        tree.lockTree();
        var valid = mandate.valid();
        if (!valid.from().isBefore(until)) {
            throw new Refused("organization.mandate.ends-before-start");
        }
        if (valid.until() != null && valid.until().isBefore(until)) {
            throw new Refused("organization.mandate.ended-already", Formats.date(valid.until()));
        }
        repository.end(id, valid.until(until));
        recorded(
                "organization.mandate-ended",
                mandate.unit(),
                id,
                Map.of("post", mandate.title(), "until", Formats.date(until)));
    }

    private String title(UUID id) {
        return repository.find(id).map(Mandate::title).orElseThrow();
    }

    private static String day(NewMandate mandate) {
        return Formats.date(mandate.valid().from());
    }

    private void recorded(String act, UnitId unit, UUID mandate, Map<String, String> particulars) {
        var details = new HashMap<>(particulars);
        details.put("mandate", mandate.toString());
        audit.record(act, new ObjectRef("unit", unit.value()), unit, details);
    }
}
