package org.giaoban.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at forms and makes new versions of them, each from a month to come: what was asked before stays as it was. */
@Service
@Transactional(readOnly = true)
class FormKeeping {

    private static final Set<String> RULES = Set.of("days", "workingDays", "day");
    private static final int LONGEST_NAME = 200;

    private final FormRepository forms;
    private final Indicators indicators;
    private final Organization organization;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    FormKeeping(
            FormRepository forms,
            Indicators indicators,
            Organization organization,
            Access access,
            Audit audit,
            Clock clock) {
        this.forms = forms;
        this.indicators = indicators;
        this.organization = organization;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    boolean keeps() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT);
    }

    /** Of each form the version in force today, or the next one. */
    List<Form> list() {
        var today = LocalDate.now(clock);
        var shown = new LinkedHashMap<String, Form>();
        forms.all().stream().filter(form -> !form.from().isAfter(today)).forEach(form -> shown.put(form.code(), form));
        forms.all().forEach(form -> shown.putIfAbsent(form.code(), form));
        return List.copyOf(shown.values());
    }

    /** The versions of a form, the newest first. */
    List<Form> versions(String code) {
        var versions =
                forms.all().stream().filter(form -> form.code().equals(code)).toList();
        if (versions.isEmpty()) {
            throw new NotFound(code);
        }
        return versions.reversed();
    }

    /** One version; today's, or the first when nothing is in force, when none is asked for. */
    Form version(String code, int version) {
        var versions = versions(code);
        if (version > 0) {
            return versions.stream()
                    .filter(form -> form.version() == version)
                    .findFirst()
                    .orElseThrow(() -> new NotFound(code));
        }
        return list().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Indicator> catalogue(LocalDate day) {
        var catalogue = new LinkedHashMap<String, Indicator>();
        indicators.catalogue(day).forEach(indicator -> catalogue.put(indicator.code(), indicator));
        return catalogue;
    }

    Map<String, String> kinds() {
        return organization.kindRules(LocalDate.now(clock)).kinds().values().stream()
                .sorted(Comparator.comparing(kind -> kind.rank()))
                .collect(Collectors.toMap(
                        kind -> kind.code(), kind -> kind.name(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The first day a new version may begin. */
    LocalDate earliest() {
        return LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
    }

    /** The day a version is looked at: its first, or the earliest of a new one. */
    LocalDate later(LocalDate from) {
        var day = earliest();
        return from.isAfter(day) ? from : day;
    }

    /** What is wrong with a draft, by field. */
    Map<String, String> errors(FormDraft draft) {
        var errors = new LinkedHashMap<String, String>();
        var from = draft.day();
        if (from == null || from.getDayOfMonth() != 1 || from.isBefore(earliest())) {
            errors.put("from", Texts.text("reporting.form.from-error", Formats.date(earliest())));
        }
        if (draft.nameVi().isBlank() || draft.nameVi().length() > LONGEST_NAME) {
            errors.put("nameVi", Texts.text("reporting.form.name-error"));
        }
        if (!RULES.contains(draft.rule()) || FormDraft.whole(draft.number()) == null) {
            errors.put("number", Texts.text("reporting.form.due-error"));
        }
        var known = kinds().keySet();
        if (!known.containsAll(draft.kinds())) {
            errors.put("kinds", Texts.text("reporting.form.kinds-error"));
        }
        if (!draft.asked().sound()) {
            errors.put("periods", Texts.text("reporting.form.periods-error"));
        }
        var day = from == null ? earliest() : from;
        errors.putAll(wrongCodes(draft, day));
        errors.putAll(wrongSections(draft, day));
        errors.putAll(wrongWords(draft, day));
        return errors;
    }

    private Map<String, String> wrongWords(FormDraft draft, LocalDate day) {
        var errors = new LinkedHashMap<String, String>();
        if (!draft.words().sound()) {
            errors.put("addressees", Texts.text("reporting.form.addressees-error"));
        }
        var wrong = draft.words().wrong(catalogue(day).keySet());
        if (!wrong.isEmpty()) {
            errors.put("words", Texts.text("reporting.form.words-error", String.join("; ", wrong)));
        }
        return errors;
    }

    private Map<String, String> wrongSections(FormDraft draft, LocalDate day) {
        var lists = lists(day).keySet();
        var errors = new LinkedHashMap<String, String>();
        for (var row = 0; row < draft.sections().size(); row++) {
            var section = draft.sections().get(row);
            if (section.vi().length() > LONGEST_NAME) {
                errors.put("svi." + (row + 1), Texts.text("reporting.form.name-error"));
            }
            if (!section.indicator().isEmpty() && !lists.contains(section.indicator())) {
                errors.put("slist." + (row + 1), Texts.text("reporting.form.unknown", section.indicator()));
            }
        }
        return errors;
    }

    /** The lists in words of the catalogue, by code. */
    Map<String, String> lists(LocalDate day) {
        var lists = new LinkedHashMap<String, String>();
        catalogue(day).values().stream()
                .filter(indicator -> indicator.type() == Indicator.Type.TEXT)
                .forEach(indicator -> lists.put(indicator.code(), indicator.code() + " · " + indicator.name()));
        return lists;
    }

    /** What is wrong with the code of a new form. */
    Map<String, String> codeErrors(String code) {
        if (!code.matches("[A-Z][A-Z0-9-]{1,19}")) {
            return Map.of("code", Texts.text("reporting.form.code-error"));
        }
        return forms.all().stream().anyMatch(form -> form.code().equals(code))
                ? Map.of("code", Texts.text("reporting.form.code-taken", code))
                : Map.of();
    }

    /** Keeps the first version of a new form. */
    @Transactional
    Form create(String code, FormDraft draft) {
        if (!keeps()) {
            throw new NotFound(code);
        }
        return add(code, draft.over(Map.of("code", code), 1), 1);
    }

    private Map<String, String> wrongCodes(FormDraft draft, LocalDate day) {
        var catalogue = catalogue(day).keySet();
        var seen = new HashSet<String>();
        var wrong = new ArrayList<String>();
        var twice = new ArrayList<String>();
        draft.codes().forEach(code -> {
            if (!catalogue.contains(code)) {
                wrong.add(code);
            } else if (!seen.add(code)) {
                twice.add(code);
            }
        });
        var errors = new LinkedHashMap<String, String>();
        if (!wrong.isEmpty()) {
            errors.put("codes.1", Texts.text("reporting.form.unknown", String.join(", ", wrong)));
        } else if (!twice.isEmpty()) {
            errors.put("codes.1", Texts.text("reporting.form.twice", String.join(", ", twice)));
        } else if (seen.isEmpty()) {
            errors.put("codes.1", Texts.text("reporting.form.nothing"));
        } else if (draft.groups().stream().anyMatch(group -> group.vi().isBlank())) {
            errors.put("vi.1", Texts.text("reporting.form.group-name"));
        }
        return errors;
    }

    /** Keeps a new version; the version number follows the last one. */
    @Transactional
    Form keep(String code, FormDraft draft) {
        if (!keeps()) {
            throw new NotFound(code);
        }
        var versions = versions(code);
        var number = versions.stream().mapToInt(Form::version).max().orElse(0) + 1;
        var before = forms.definition(code, version(code, 0).version());
        return add(code, draft.over(before, number), number);
    }

    private Form add(String code, Map<String, Object> definition, int number) {
        if (!forms.add(definition)) {
            throw new Refused("reporting.form.meanwhile");
        }
        var id = UUID.nameUUIDFromBytes(("form " + code).getBytes(StandardCharsets.UTF_8));
        audit.record("form.version", new ObjectRef("form", id), null, Map.of("code", code, "version", number));
        return version(code, number);
    }
}
