package org.giaoban.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A right to be given, as typed: the last day belongs to it, empty means without end. */
public record GrantForm(UUID account, String right, String unit, String reach, String from, String last) {

    public GrantForm(
            UUID account,
            @Nullable String right,
            @Nullable String unit,
            @Nullable String reach,
            @Nullable String from,
            @Nullable String last) {
        this.account = account;
        this.right = Objects.requireNonNullElse(right, "");
        this.unit = Objects.requireNonNullElse(unit, "");
        this.reach = Objects.requireNonNullElse(reach, Reach.BELOW.name());
        this.from = Objects.requireNonNullElse(from, "");
        this.last = Objects.requireNonNullElse(last, "");
    }

    /** What is wrong, by field; {@code known} says whether there is such a unit. */
    Map<String, String> errors(boolean known) {
        var errors = new LinkedHashMap<String, String>();
        if (right.isEmpty()) {
            errors.put("right", Texts.text("access.grant.choose-right"));
        }
        if (!known) {
            errors.put("unit", Texts.text("access.grant.choose-unit"));
        }
        var begins = day(from);
        if (begins == null) {
            errors.put("from", Texts.text("access.grant.date-form"));
        }
        var ends = day(last);
        if (ends == null && !last.isEmpty()) {
            errors.put("last", Texts.text("access.grant.date-form"));
        } else if (ends != null && begins != null && ends.isBefore(begins)) {
            errors.put("last", Texts.text("access.grant.date-order"));
        }
        return errors;
    }

    AccountId accountId() {
        return new AccountId(account);
    }

    Given given() {
        return Given.parse(right);
    }

    Reach reachOf() {
        return reach.equals(Reach.UNIT.name()) ? Reach.UNIT : Reach.BELOW;
    }

    DateRange dates() {
        var begins = Objects.requireNonNull(day(from));
        var ends = day(last);
        return new DateRange(begins, ends == null ? null : ends.plusDays(1));
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
