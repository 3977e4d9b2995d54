package org.giaoban.platform.personal;

import java.util.List;

/**
 * Implemented by every module that keeps something about persons. A column that names a person and stands in no source
 * is found by a test over the catalogue, so that no module is forgotten when somebody asks what is known about them.
 */
public interface PersonalDataSource {

    /** In the order in which rows may be deleted. */
    List<PersonalTable> tables();

    /** Lines about the person that only the module itself can put into words; asked as the system. */
    default List<String> words(PersonalTable table, DataSubject subject) {
        return List.of();
    }

    /** What is to be done at an erasure besides what the tables say; in the same transaction, as the system. */
    default void erase(DataSubject subject, StandIn standIn) {}
}
