/**
 * The function in the database that stores a decision on a case file: case file, events, notes and effects, or nothing.
 * Like those in `commit-function.ts`: the row is the guard and is taken first, and a released function never changes.
 */
export const caseCommitFunction = `
create function commit_case_1(
  expected_version integer, given_case json, given_events json, given_notes json, given_effects json
) returns boolean language plpgsql as $function$
declare
  r case_file := json_populate_record(null::case_file, given_case);
begin
  if expected_version = 0 then
    insert into case_file (id, version, state, code, status, enquiry, coordinator, named, opened_at, updated_at)
    values (r.id, r.version, r.state, r.code, r.status, r.enquiry, r.coordinator, r.named, r.opened_at, r.updated_at)
    on conflict (id) do nothing;
  else
    update case_file as c set version = r.version, state = r.state, status = r.status, coordinator = r.coordinator,
      named = r.named, updated_at = r.updated_at
    where c.id = r.id and c.version = expected_version;
  end if;
  if not found then
    return false;
  end if;

  insert into case_event (case_file, version, event, at)
  select r.id, given.version, given.event, given.at
  from json_to_recordset(given_events) as given(version integer, event jsonb, at bigint);

  insert into note (id, enquiry, staff, text, at)
  select given.id, r.id, given.staff, given.text, given.at
  from json_to_recordset(given_notes) as given(id text, staff text, text text, at bigint);

  insert into effect (id, enquiry, kind, key, data, due_at, ready_at)
  select given.id, r.enquiry, given.kind, given.key, given.data, given.due_at, given.due_at
  from rows from (json_to_recordset(given_effects) as (id text, kind text, key text, data jsonb, due_at bigint))
    with ordinality as given(id, kind, key, data, due_at, place)
  order by given.place;
  return true;
end
$function$`;
