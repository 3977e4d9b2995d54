-- Three look-ups for each of the forty values of a return cost more than writing them. The rows come from one statement that writes
-- the arrival as well, or from the bulk import, whose arrivals come first in the same transaction; owners and indicators are never
-- removed. Arrivals, sheets and past values keep their keys.
alter table indicators.indicator_value drop constraint indicator_value_cell_id_arrival_id_fkey;
alter table indicators.indicator_value drop constraint indicator_value_unit_no_fkey;
alter table indicators.indicator_value drop constraint indicator_value_indicator_id_fkey;
