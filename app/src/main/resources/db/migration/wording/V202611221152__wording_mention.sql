-- Words that only mention, and words that turn to a new thought.
alter table wording.phrase drop constraint phrase_sense_check;
alter table wording.phrase add constraint phrase_sense_check check (
    sense in ('EFFORT', 'WORK', 'NOBODY', 'SOMETIME', 'ACTOR', 'DATE', 'PRODUCT', 'DONE', 'AGREED', 'MENTION', 'TURN'));
