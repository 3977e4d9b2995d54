package org.giaoban.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.InvitationSource;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.people.People;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever follows a branch is invited to its meetings without being thought of. */
@Component
class FollowersInvited implements InvitationSource {

    private final Followers followers;
    private final Mandates mandates;
    private final People people;

    FollowersInvited(Followers followers, Mandates mandates, People people) {
        this.followers = followers;
        this.mandates = mandates;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invited> invited(UnitId unit, String kind, LocalDate day) {
        var persons = followers.of(unit, day).stream()
                .map(Follower::person)
                .distinct()
                .toList();
        var names = people.names(persons);
        return persons.stream()
                .map(person -> invited(person, day, Objects.requireNonNullElse(names.get(person), "")))
                .flatMap(List::stream)
                .toList();
    }

    /** Under the post they hold above; one without a post would be invited for no unit. */
    private List<Invited> invited(PersonId person, LocalDate day, String name) {
        return mandates.of(person, day).stream()
                .findFirst()
                .map((Mandate post) -> List.of(new Invited(
                        person, post.unit(), name, Texts.text("evaluation.follower-title", post.title()), false)))
                .orElse(List.of());
    }
}
