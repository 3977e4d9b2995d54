package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who reports an indicator, in words. */
@Service
@Transactional(readOnly = true)
class Owning {

    private final ReporterRepository reporters;
    private final Organization organization;

    Owning(ReporterRepository reporters, Organization organization) {
        this.reporters = reporters;
        this.organization = organization;
    }

    /** By code, in order. */
    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        reporters.all().forEach((code, reporter) -> names.put(code, reporter.name()));
        return names;
    }

    String name(Indicator line) {
        var code = line.schedule().reporter();
        return names().getOrDefault(code, code);
    }

    Reporter of(Indicator line) {
        var code = line.schedule().reporter();
        var known = reporters.all().get(code);
        return known == null ? new Reporter(code, code, code, java.util.List.of()) : known;
    }

    /** "Ban Tổ chức: đơn vị loại Ban Tổ chức, Ban Xây dựng Đảng, người có quyền Nhập báo cáo". */
    String sentence(Indicator line, LocalDate day) {
        var reporter = of(line);
        var kinds = reporter.on(day);
        if (kinds.isEmpty()) {
            return reporter.name();
        }
        return Texts.text(
                "indicators.reporter.sentence",
                reporter.name(),
                kinds.stream()
                        .map(kind -> organization.kind(kind.unitKind()).name())
                        .collect(Collectors.joining(", ")),
                kinds.stream()
                        .map(kind -> Texts.text("access.capability."
                                + Capability.valueOf(kind.capability()).key()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
