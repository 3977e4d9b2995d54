package org.giaoban.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of persons. */
@Service
@Transactional
public class People {

    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;

    private final PersonRepository repository;
    private final ContactRepository contacts;
    private final NumberRepository numbers;
    private final Access access;
    private final Audit audit;
    private final Readings readings;
    private final OpenFiles files;

    People(
            PersonRepository repository,
            ContactRepository contacts,
            NumberRepository numbers,
            Access access,
            Audit audit,
            Readings readings,
            OpenFiles files) {
        this.files = files;
        this.readings = readings;
        this.repository = repository;
        this.contacts = contacts;
        this.numbers = numbers;
        this.access = access;
        this.audit = audit;
    }

    public PersonId create(NewPerson wanted) {
        access.require(Capability.PEOPLE_EDIT, wanted.keeper());
        if (!repository.codes(Set.of(wanted.code())).isEmpty()) {
            throw new Refused("people.person.code-taken", wanted.code());
        }
        var person = new Person(
                PersonId.next(),
                wanted.code(),
                tidy(wanted.fullName()),
                wanted.gender(),
                wanted.birthYear(),
                tidy(wanted.nativePlace()),
                wanted.keeper(),
                1);
        repository.insert(person);
        recorded("people.person-entered", person, Map.of("name", person.fullName()));
        return person.id();
    }

    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        return repository.names(ids);
    }

    @Transactional(readOnly = true)
    public Optional<PersonId> byCode(String code) {
        return Optional.ofNullable(codes(Set.of(code)).get(code));
    }

    /** The persons of many codes; unknown codes are left out. */
    @Transactional(readOnly = true)
    public Map<String, PersonId> codes(Collection<String> codes) {
        return repository.codes(codes);
    }

    /** Persons the viewer may read whose name has these words, tones aside. */
    @Transactional(readOnly = true)
    public List<Named> search(String query, int limit) {
        return repository.search(tidy(query), access.scope(Capability.PEOPLE_READ), limit).stream()
                .map(person -> new Named(person.id(), person.fullName(), person.code()))
                .toList();
    }

    /** Which of these persons have a page the viewer may open. */
    @Transactional(readOnly = true)
    public Set<PersonId> visible(Collection<PersonId> ids) {
        return repository.visible(ids, access.scope(Capability.PEOPLE_READ));
    }

    @Transactional(readOnly = true)
    Person get(PersonId id, Capability capability) {
        var person = repository.find(id).orElseThrow(() -> new NotFound(id));
        access.require(capability, person.keeper());
        return person;
    }

    /** A person's page. The reading is written down first. */
    @Transactional(readOnly = true)
    Person open(PersonId id) {
        var person = get(id, Capability.PEOPLE_READ);
        readings.page(person);
        return person;
    }

    @Transactional(readOnly = true)
    Slice<Person> page(String query, @Nullable UnitId keeper, @Nullable PersonId after) {
        var scope = access.scope(Capability.PEOPLE_READ);
        var found = repository.page(wanted(query), scope, keeper, after, PAGE + 1);
        return Slice.of(found, PAGE, person -> person.id().toString());
    }

    /** A list that leaves the house; everybody on it can see that it did. */
    @Transactional(readOnly = true)
    List<Person> all(String query, @Nullable UnitId keeper) {
        var scope = access.scope(Capability.PEOPLE_READ);
        var all = repository.page(wanted(query), scope, keeper, null, EXPORT);
        readings.list(all);
        return all;
    }

    /** A number is looked for whole; everything else is a name or a code. */
    private PersonRepository.Wanted wanted(String query) {
        var number = Numbers.bare(query);
        var having = number.matches("\\w*\\d{4,}\\w*") ? numbers.having(number) : Set.<PersonId>of();
        return new PersonRepository.Wanted(VietnameseText.fold(query).strip(), having);
    }

    /** How to reach the person. The reading is written down first. */
    Contact contact(PersonId id) {
        var person = get(id, Capability.PEOPLE_READ);
        readings.contact(person);
        return contacts.find(id).orElse(Contact.NONE);
    }

    void edit(Person before, Person after) {
        access.require(Capability.PEOPLE_EDIT, before.keeper());
        files.demandOpen(before.id());
        access.require(Capability.PEOPLE_EDIT, after.keeper());
        if (repository.update(after) == 0) {
            throw new Refused("people.person.stale", before.fullName());
        }
        if (!before.keeper().equals(after.keeper())) {
            contacts.move(before.id(), after.keeper());
            numbers.move(before.id(), after.keeper());
        }
        recorded("people.person-edited", after, differences(before, after));
    }

    /** To be called after {@link #contact}, which writes the reading down. */
    @Transactional(readOnly = true)
    Numbers numbers(PersonId id) {
        get(id, Capability.PEOPLE_READ);
        return numbers.find(id);
    }

    void reach(PersonId id, Contact contact) {
        reach(id, contact, Numbers.NONE);
    }

    /** How to reach the person, and the numbers they have; of two people one number has one. */
    void reach(PersonId id, Contact contact, Numbers having) {
        var person = get(id, Capability.PEOPLE_EDIT);
        files.demandOpen(id);
        contacts.write(id, person.keeper(), contact);
        try {
            numbers.write(id, person.keeper(), having);
        } catch (DuplicateKeyException taken) {
            throw new Refused("people.number.taken");
        }
        recorded("people.contact-edited", person, Map.of());
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(PersonId id) {
        return audit.changes(ref(id));
    }

    @Transactional(readOnly = true)
    List<AuditEntry> readers(PersonId id) {
        return audit.readings(List.of(ref(id)), null, PAGE);
    }

    private static Map<String, String> differences(Person before, Person after) {
        var changed = new HashMap<String, String>();
        if (!before.fullName().equals(after.fullName())) {
            changed.put("name", before.fullName() + " → " + after.fullName());
        }
        if (!before.keeper().equals(after.keeper())) {
            changed.put("keeper", after.keeper().toString());
        }
        return changed;
    }

    private void recorded(String act, Person person, Map<String, String> details) {
        audit.record(act, ref(person.id()), person.keeper(), details);
    }

    static ObjectRef ref(PersonId id) {
        return new ObjectRef("person", id.value());
    }

    /** One Unicode form and single spaces: names arrive from many keyboards. */
    static String tidy(String text) {
        return VietnameseText.nfc(text).strip().replaceAll("\\s+", " ");
    }
}
