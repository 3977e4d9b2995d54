package org.giaoban.notification;

import java.time.LocalDate;
import java.util.List;

/** A module that knows what people owe. Asked once a day, as the system. */
public interface ReminderSource {

    List<Reminder> due(LocalDate day);
}
