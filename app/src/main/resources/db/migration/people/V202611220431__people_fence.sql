-- The viewer's units come as a list, or as one word when they are all units of the tree. The list is searched as the text it is: made
-- into an array it would be read anew for every row. Identifiers are of one length and hold no comma, so none is found across two.
drop policy contact_fence on people.contact;
create policy contact_fence on people.contact
    using (current_setting('app.everywhere', true) = 'on'
           or current_setting('app.people_read_all', true) = 'on'
           or strpos(current_setting('app.people_read', true), keeper_unit_id::text) > 0)
    with check (current_setting('app.everywhere', true) = 'on'
           or current_setting('app.people_edit_all', true) = 'on'
           or strpos(current_setting('app.people_edit', true), keeper_unit_id::text) > 0);
