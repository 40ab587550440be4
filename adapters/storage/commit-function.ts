/**
 * The functions in the database that store a decision: enquiry, events, messages, notes, effects and inbox key, or
 * nothing. The enquiry's row is the guard and is taken first. A function, because its plans are made once per
 * connection: the same in one plain statement took two and a half times as long on PGlite.
 * Released functions never change: another number in the name is another function, and both releases run side by side.
 */
export const commitFunction = `
create function commit_change_1(
  expected_version integer, given_enquiry json, address_given boolean, given_events json, given_messages json,
  given_notes json, given_effects json, given_inbox json
) returns boolean language plpgsql as $function$
declare
  r enquiry := json_populate_record(null::enquiry, given_enquiry);
begin
  if expected_version = 0 then
    insert into enquiry (id, version, state, status, party, claimed_by, offered_to, called, urgency, queued_at, due_at,
      channel, address, opened_at, updated_at)
    values (r.id, r.version, r.state, r.status, r.party, r.claimed_by, r.offered_to, r.called, r.urgency, r.queued_at, r.due_at,
      r.channel, r.address, r.opened_at, r.updated_at)
    on conflict (id) do nothing;
  else
    update enquiry as e set version = r.version, state = r.state, status = r.status, party = r.party,
      claimed_by = r.claimed_by, offered_to = r.offered_to, called = r.called, urgency = r.urgency, queued_at = r.queued_at,
      due_at = r.due_at, updated_at = r.updated_at,
      address = case when address_given then r.address else e.address end
    where e.id = r.id and e.version = expected_version;
  end if;
  if not found then
    return false;
  end if;

  insert into event (enquiry, version, event, at)
  select r.id, given.version, given.event, given.at
  from json_to_recordset(given_events) as given(version integer, event jsonb, at bigint);

  insert into message (enquiry, seq, from_kind, staff, staff_name, staff_role, text, language, at, quick_replies, says,
    reply_to, client_id, channel_data)
  select r.id, given.seq, given.from_kind, given.staff, given.staff_name, given.staff_role, given.text, given.language,
    given.at, given.quick_replies, given.says, given.reply_to, given.client_id, given.channel_data
  from json_to_recordset(given_messages) as given(seq integer, from_kind text, staff text, staff_name text, staff_role text,
    text text, language text, at bigint, quick_replies jsonb, says text, reply_to integer, client_id text, channel_data jsonb);

  if given_notes is not null then
    insert into note (id, enquiry, staff, text, at)
    select given.id, r.id, given.staff, given.text, given.at
    from json_to_recordset(given_notes) as given(id text, staff text, text text, at bigint);
  end if;

  if given_effects is not null then
    insert into effect (id, enquiry, kind, key, data, due_at, ready_at)
    select given.id, r.id, given.kind, given.key, given.data, given.due_at, given.due_at
    from rows from (json_to_recordset(given_effects) as (id text, kind text, key text, data jsonb, due_at bigint))
      with ordinality as given(id, kind, key, data, due_at, place)
    order by given.place;
  end if;

  if given_inbox is not null then
    insert into inbox (source, key, body_hash, enquiry, seq, at)
    select given.source, given.key, given.body_hash, r.id, given.seq, r.updated_at
    from json_to_record(given_inbox) as given(source text, key text, body_hash text, seq integer);
  end if;
  return true;
end
$function$`;

/**
 * The same, and deletes what the citizen wrote up to a number. The first one does the storing, so it stays for as long
 * as this one is called.
 */
export const erasingCommitFunction = `
create function commit_change_2(
  expected_version integer, given_enquiry json, address_given boolean, given_events json, given_messages json,
  given_notes json, given_effects json, given_inbox json, erased_through integer
) returns boolean language plpgsql as $function$
declare
  this_enquiry text := given_enquiry ->> 'id';
begin
  if not commit_change_1(expected_version, given_enquiry, address_given, given_events, given_messages, given_notes,
    given_effects, given_inbox) then
    return false;
  end if;
  if erased_through is not null then
    update message as m set text = '', channel_data = null
    where m.enquiry = this_enquiry and m.seq <= erased_through and m.from_kind = 'visitor';
    update inbox as i set body_hash = ''
    where i.enquiry = this_enquiry and i.seq <= erased_through;
  end if;
  return true;
end
$function$`;

/** The same, and takes the words of one answer of staff out of the conversation. */
export const removingCommitFunction = `
create function commit_change_3(
  expected_version integer, given_enquiry json, address_given boolean, given_events json, given_messages json,
  given_notes json, given_effects json, given_inbox json, erased_through integer, removed_answer integer
) returns boolean language plpgsql as $function$
declare
  this_enquiry text := given_enquiry ->> 'id';
begin
  if not commit_change_2(expected_version, given_enquiry, address_given, given_events, given_messages, given_notes,
    given_effects, given_inbox, erased_through) then
    return false;
  end if;
  if removed_answer is not null then
    update message as m set text = ''
    where m.enquiry = this_enquiry and m.seq = removed_answer and m.from_kind = 'staff';
  end if;
  return true;
end
$function$`;
