-- Mails to people outside, who have an address and no account; the program that shows one may be told how to stop them.
alter table notification.mail alter column account_id drop not null;
alter table notification.mail add column address text check (length(address) between 3 and 254);
alter table notification.mail add column unsubscribe text check (unsubscribe ~ '^https?://');
alter table notification.mail add constraint mail_to_somebody check ((account_id is null) <> (address is null));
create unique index mail_once_outside on notification.mail (address, once_key) where address is not null;
