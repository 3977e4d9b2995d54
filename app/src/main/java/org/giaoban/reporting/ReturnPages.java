package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.ReturnDesk.Laid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one return as the viewer may use it now. */
@Component
class ReturnPages {

    private final Door door;
    private final StateLine state;
    private final Beside beside;
    private final TypedChanges changes;
    private final Acting acting;

    ReturnPages(Door door, StateLine state, Beside beside, TypedChanges changes, Acting acting) {
        this.door = door;
        this.state = state;
        this.beside = beside;
        this.changes = changes;
        this.acting = acting;
    }

    ModelAndView of(Laid laid, Fields opened) {
        var unit = laid.key().unit().id();
        var standing = laid.row().map(ReturnRow::state).orElse(ReturnState.MISSING);
        var rights = new ReturnPage.Rights(
                !standing.received() && door.mayEnter(unit),
                standing == ReturnState.SUBMITTED && door.mayDecide(unit),
                standing == ReturnState.SUBMITTED && door.mayEnter(unit)
                        || standing.received() && door.mayAccept(unit));
        var model = new LinkedHashMap<>(beside.form(laid, rights.edit()));
        model.put("page", ReturnView.of(laid, rights, state));
        model.put("tabs", tabs(laid.key()));
        model.put("behalf", rights.accept() ? acting.giver(laid.key()).orElse("") : "");
        model.put("opened", changes.opened(opened));
        return new ModelAndView("reporting/edit", model);
    }

    /** The same page when what was posted could not be taken. */
    ModelAndView refused(Laid laid, Fields opened) {
        var view = of(laid, opened);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** As it now stands after a decision that was not taken, with the comment that was typed. */
    ModelAndView undecided(Laid laid, String comment) {
        var view = refused(laid, laid.fields());
        view.addObject("comment", comment);
        return view;
    }

    static Map<String, String> tabs(ReturnKey key) {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put(key.href(), Texts.text("reporting.tab.form"));
        tabs.put(key.href() + "/comments", Texts.text("reporting.tab.comments"));
        tabs.put(key.href() + "/versions", Texts.text("reporting.tab.versions"));
        tabs.put(key.href() + "/history", Texts.text("reporting.tab.history"));
        return tabs;
    }
}
