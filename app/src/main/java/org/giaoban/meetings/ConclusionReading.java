package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.organization.Mandates;
import org.giaoban.wording.Wording;
import org.springframework.stereotype.Component;

/** Reads what is needed to write conclusions out. */
@Component
class ConclusionReading {

    private final MeetingNames names;
    private final Mandates mandates;
    private final Wording wording;

    ConclusionReading(MeetingNames names, Mandates mandates, Wording wording) {
        this.names = names;
        this.mandates = mandates;
        this.wording = wording;
    }

    ConclusionWords of(List<Conclusion> all, LocalDate day) {
        return new ConclusionWords(
                names.units(
                        all.stream()
                                .flatMap(one -> Stream.concat(
                                        one.duty().units().stream(), one.duty().beside().helping().stream()))
                                .distinct()
                                .toList(),
                        day),
                names.people(all.stream()
                        .flatMap(one -> Stream.of(
                                Optional.ofNullable(one.duty().person()),
                                Optional.ofNullable(one.duty().beside().supervising())))
                        .flatMap(Optional::stream)
                        .toList()),
                all.stream()
                        .map(one -> one.duty().post())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.toMap(post -> post, mandates::postName)),
                wording.rules(day));
    }
}
