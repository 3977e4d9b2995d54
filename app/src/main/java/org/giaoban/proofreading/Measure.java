package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a number is counted in, as far as it matters for adding: money and weights are not added to people. */
record Measure(int zeros, String unit) {

    private static final Pattern AFTER = Pattern.compile(
            "(?iu)^[\\s\u00a0]*(nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion)?[\\s\u00a0]*(đồng|ha|km|tấn|tạ|kg|giờ|m3|m2|m|dong|hectares|tonnes|hours)?(?![\\p{L}\\p{N}])");

    static Measure after(Sentence sentence, FoundNumber number) {
        var found = AFTER.matcher(sentence.between(number.to(), number.to() + 20));
        if (!found.find()) {
            return new Measure(0, "");
        }
        var scale = found.group(1) == null ? "" : found.group(1).toLowerCase(java.util.Locale.ROOT);
        var zeros = switch (scale) {
            case "nghìn", "ngàn", "thousand" -> 3;
            case "triệu", "million" -> 6;
            case "tỷ", "tỉ", "billion" -> 9;
            default -> 0;
        };
        var unit = found.group(2) == null ? "" : found.group(2).toLowerCase(java.util.Locale.ROOT);
        return new Measure(zeros, unit.isEmpty() && zeros >= 6 ? "đồng" : unit);
    }

    boolean like(Measure other) {
        return unit.equals(other.unit);
    }

    BigDecimal of(BigDecimal written) {
        return written.scaleByPowerOfTen(zeros);
    }
}
