-- Why a decision or information in vague words stays without who, when and measure.
alter table meetings.outcome add column why text check (length(why) <= 300);

-- The lists of vague words belong to wording.
drop table meetings.vague_word;
delete from scale.placement where rel = 'meetings.vague_word';
