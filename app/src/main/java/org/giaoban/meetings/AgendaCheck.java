package org.giaoban.meetings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.meetings.MeetingKind.Nature;
import org.giaoban.platform.Texts;

/**
 * What is wrong with an agenda before the meeting begins: over length, mandatory parts missing or too short, and work of the
 * agency mixed into a Party meeting.
 */
record AgendaCheck(Meeting meeting, MeetingKind kind, List<AgendaItem> items, Surroundings around) {

    /** Parts of the day, natures of kinds, the words of professional work, and meetings at the same hours. */
    record Surroundings(List<DayPart> parts, List<MeetingKind> kinds, List<String> words, List<Meeting> sameHours) {}

    List<String> warnings() {
        return Stream.of(length(), mandatory(), missing(), separation(), parts())
                .flatMap(one -> one)
                .toList();
    }

    int planned() {
        return items.stream().mapToInt(AgendaItem::minutes).sum();
    }

    private Stream<String> length() {
        var over = planned() - meeting.plan().minutes();
        return over > 0 ? Stream.of(Texts.text("meetings.check.over", over)) : Stream.empty();
    }

    private Stream<String> mandatory() {
        return items.stream()
                .filter(AgendaItem::tooShort)
                .map(item -> Texts.text(
                        "meetings.check.short",
                        item.title(),
                        item.minutes(),
                        item.more().leastMinutes()));
    }

    /** Mandatory items of the template that the agenda no longer has; told apart by what is done under them. */
    private Stream<String> missing() {
        return kind.agenda().stream()
                .filter(MeetingKind.Template::mandatory)
                .filter(template -> items.stream()
                        .noneMatch(
                                item -> item.more().mandatory() && item.more().kind() == template.kind()))
                .map(template -> Texts.text(
                        "meetings.check.missing",
                        MeetingKind.fill(template.title(), meeting.plan().period())));
    }

    private Stream<String> separation() {
        if (kind.nature() != Nature.PARTY) {
            return Stream.empty();
        }
        var mixed = items.stream()
                .filter(this::professional)
                .map(item -> Texts.text("meetings.check.professional", item.title()));
        var title = professional(meeting.plan().title())
                ? Stream.of(Texts.text("meetings.check.title"))
                : Stream.<String>empty();
        var merged = around.sameHours.stream()
                .filter(other -> nature(other.plan().kind()) == Nature.PROFESSIONAL)
                .map(other -> Texts.text("meetings.check.merged", other.plan().title()));
        return Stream.of(mixed, title, merged).flatMap(one -> one);
    }

    private boolean professional(AgendaItem item) {
        return item.more().kind() == ItemKind.PROFESSIONAL || professional(item.title());
    }

    private boolean professional(String title) {
        var words = VietnameseText.nfc(title).toLowerCase(Locale.ROOT);
        return around.words.stream().anyMatch(words::contains);
    }

    /** The morning a Party meeting and the afternoon the agency's, under one invitation. */
    private Stream<String> parts() {
        var natures = around.parts.stream()
                .map(part -> part.kind() == null ? kind.nature() : nature(part.kind()))
                .distinct()
                .toList();
        return natures.contains(Nature.PARTY) && natures.contains(Nature.PROFESSIONAL)
                ? Stream.of(Texts.text("meetings.check.parts"))
                : Stream.empty();
    }

    private Nature nature(String code) {
        return around.kinds.stream()
                .filter(one -> one.code().equals(code))
                .map(MeetingKind::nature)
                .findFirst()
                .orElse(Nature.PARTY);
    }
}
