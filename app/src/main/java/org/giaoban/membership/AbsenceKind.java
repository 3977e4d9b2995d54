package org.giaoban.membership;

/** Why somebody is not at home; whoever meets elsewhere is not expected here. */
record AbsenceKind(String code, String nameVi, String nameEn, boolean attends, int place) {

    String name(String language) {
        return language.equals("en") ? nameEn : nameVi;
    }
}
