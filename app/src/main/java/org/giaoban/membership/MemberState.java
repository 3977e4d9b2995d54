package org.giaoban.membership;

/** A standing of the profile: whether those in it are expected at meetings and vote there. */
record MemberState(String code, String nameVi, String nameEn, boolean attends, boolean votes, int place, String cites) {

    String name(String language) {
        return language.equals("en") ? nameEn : nameVi;
    }
}
