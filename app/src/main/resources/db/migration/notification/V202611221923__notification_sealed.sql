-- Addresses outside are kept under seal and found by a blind index. What waits here gets a zero in front until the first start seals it.
drop index notification.mail_once_outside;
alter table notification.mail
    drop constraint mail_address_check,
    alter column address type bytea using '\x00' || convert_to(address, 'UTF8'),
    add column address_index bytea check (length(address_index) = 32);
create unique index mail_once_outside on notification.mail (address_index, once_key) where address_index is not null;
