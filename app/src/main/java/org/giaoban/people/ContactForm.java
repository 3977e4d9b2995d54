package org.giaoban.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What was typed about how to reach a person. */
record ContactForm(
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String citizen,
        @Nullable String memberCard) {

    private static final int PHONE = 40;
    private static final int EMAIL = 120;
    private static final int ADDRESS = 300;

    static ContactForm of(Contact contact, Numbers numbers) {
        return new ContactForm(
                contact.phone(), contact.email(), contact.address(), numbers.citizen(), numbers.memberCard());
    }

    ContactForm tidy() {
        return of(toContact(), new Numbers(PersonForm.tidy(citizen), PersonForm.tidy(memberCard)));
    }

    Numbers toNumbers() {
        return new Numbers(Numbers.bare(PersonForm.tidy(citizen)), Numbers.bare(PersonForm.tidy(memberCard)));
    }

    Contact toContact() {
        return new Contact(PersonForm.tidy(phone), PersonForm.tidy(email), PersonForm.tidy(address));
    }

    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        var contact = toContact();
        if (contact.phone().length() > PHONE) {
            faults.put("phone", Texts.text("people.fault.too-long", PHONE));
        }
        if (!contact.email().isEmpty() && !contact.email().matches("[^@\\s]+@[^@\\s]+")) {
            faults.put("email", Texts.text("people.fault.email"));
        } else if (contact.email().length() > EMAIL) {
            faults.put("email", Texts.text("people.fault.too-long", EMAIL));
        }
        if (contact.address().length() > ADDRESS) {
            faults.put("address", Texts.text("people.fault.too-long", ADDRESS));
        }
        var numbers = toNumbers();
        if (!numbers.citizen().matches("|\\d{9}|\\d{12}")) {
            faults.put("citizen", Texts.text("people.fault.citizen"));
        }
        if (!numbers.memberCard().matches("|[0-9A-Za-z]{4,20}")) {
            faults.put("memberCard", Texts.text("people.fault.member-card"));
        }
        return faults;
    }
}
