-- Notes of several writers are joined as they come; what lay aside until now goes to the end of its notes.
update meetings.item
set notes = left(notes || E'\n\n' || aside.texts, 40000), notes_version = notes_version + 1
from (
    select item_id, string_agg(text, E'\n\n' order by written_at) as texts from meetings.note_variant group by item_id
) aside
where item.id = aside.item_id;
drop table meetings.note_variant;
delete from scale.placement where rel = 'meetings.note_variant';
