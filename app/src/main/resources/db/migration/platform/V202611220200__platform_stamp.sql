-- What rarely changes and is read by every page is remembered by its number here. Numbers come from a sequence and never return.
create sequence platform.stamp_number;
create table platform.stamp (
    name   text primary key,
    number bigint not null
);
select scale.local('platform.stamp');
