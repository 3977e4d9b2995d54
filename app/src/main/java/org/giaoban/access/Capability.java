package org.giaoban.access;

import java.util.Locale;

/** One kind of work a person can be trusted with, always for named units and dates. */
public enum Capability {
    ACCOUNTS,
    GRANTS,
    AUDIT_READ,
    ORGANIZATION_READ,
    ORGANIZATION_EDIT,
    PEOPLE_READ,
    PEOPLE_EDIT,
    MEMBER_READ,
    MEMBER_EDIT,
    PERSONAL_DATA,
    CATALOGUE_EDIT,
    TARGETS_EDIT,
    FIGURES_READ,
    REPORT_READ,
    REPORT_ENTER,
    REPORT_ACCEPT,
    RECOMMENDATION_ANSWER,
    MEETING_READ,
    MEETING_RUN,
    EVALUATE,
    TASK_READ,
    TASK_ASSIGN,
    TASK_DO,
    DOCUMENT_READ,
    DOCUMENT_ISSUE,
    ARTICLE_WRITE,
    ARTICLE_APPROVE,
    COMMENT_MODERATE,
    OPERATIONS;

    /** The part of a text key or a database setting that names this capability. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
