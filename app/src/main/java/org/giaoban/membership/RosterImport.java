package org.giaoban.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.people.People;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes a whole roster from a workbook or a .csv file: every line, or none and what is wrong with which. */
@Service
class RosterImport {

    private static final int MOST = 2_000;

    private final Members members;
    private final RosterRepository rosters;
    private final RosterPages pages;
    private final People people;

    RosterImport(Members members, RosterRepository rosters, RosterPages pages, People people) {
        this.members = members;
        this.rosters = rosters;
        this.pages = pages;
        this.people = people;
    }

    /** What is wrong with one line of the file, as a person counts lines. */
    record Fault(int line, String text) {}

    /** How many were entered, how many were there already. */
    record Outcome(int entered, int known, List<Fault> faults) {}

    @Transactional
    public Outcome take(UnitId unit, byte[] bytes) {
        List<Map<String, String>> rows;
        try {
            rows = RosterFile.read(bytes);
        } catch (Refused refused) {
            return new Outcome(0, 0, List.of(new Fault(1, refused.text())));
        }
        if (rows.size() > MOST) {
            return new Outcome(0, 0, List.of(new Fault(1, Texts.text("membership.import.too-many", MOST))));
        }
        var faults = new ArrayList<Fault>();
        var states = pages.stateNames(false);
        var entered = 0;
        var known = 0;
        for (var at = 0; at < rows.size(); at++) {
            var form = form(rows.get(at), states);
            var wrong = form.faults(states, pages.today());
            if (!wrong.isEmpty()) {
                faults.add(new Fault(at + 2, String.join(" ", wrong.values())));
            } else if (there(unit, form)) {
                known++;
            } else if (entered(unit, form, at + 2, faults)) {
                entered++;
            }
        }
        if (!faults.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return new Outcome(entered, known, faults);
    }

    private boolean there(UnitId unit, NewMemberForm form) {
        return people.byCode(MemberForm.tidy(form.personCode()))
                .flatMap(rosters::find)
                .filter(member -> member.unit().equals(unit))
                .isPresent();
    }

    /** False once the database has refused a line: the rest would be refused with it. */
    private boolean entered(UnitId unit, NewMemberForm form, int line, List<Fault> faults) {
        if (!faults.isEmpty()) {
            return false;
        }
        try {
            members.enter(unit, form.member(pages.today()));
            return true;
        } catch (Refused refused) {
            faults.add(new Fault(line, refused.text()));
            return false;
        }
    }

    private static NewMemberForm form(Map<String, String> row, Map<String, String> states) {
        var cells = new LinkedHashMap<String, String>();
        row.forEach((head, cell) -> cells.put(VietnameseText.fold(head).strip(), cell));
        return new NewMemberForm(
                cell(cells, "ma"),
                cell(cells, "ho va ten"),
                cell(cells, "gioi tinh").equalsIgnoreCase("Nữ") ? "FEMALE" : "MALE",
                cell(cells, "nam sinh"),
                state(cell(cells, "trang thai"), states),
                RosterFile.day(cell(cells, "tu ngay")),
                RosterFile.day(cell(cells, "ngay vao dang")),
                "");
    }

    private static String cell(Map<String, String> cells, String head) {
        return cells.getOrDefault(head, "").strip();
    }

    private static String state(String typed, Map<String, String> states) {
        return states.entrySet().stream()
                .filter(one -> VietnameseText.fold(one.getValue()).equals(VietnameseText.fold(typed))
                        || one.getKey().equalsIgnoreCase(typed))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(typed);
    }
}
